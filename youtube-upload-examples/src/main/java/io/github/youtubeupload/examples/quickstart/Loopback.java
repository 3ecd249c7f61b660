package io.github.youtubeupload.examples.quickstart;

import io.github.youtubeupload.UploadClientBuilder;
import io.github.youtubeupload.UploadResult;
import io.github.youtubeupload.auth.YouTubeCredentials;
import io.github.youtubeupload.testkit.FakeVideo;
import io.github.youtubeupload.testkit.FakeYouTube;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * FakeYouTube, which plays what it was sent until the user has seen enough.
 *
 * @param videoBytes size of the video that it shall get
 */
record Loopback(FakeYouTube youtube, long videoBytes) implements Destination {
  /** Slow enough for friends.mp4 to show a bar that moves. */
  private static final long LEAST_BYTES_PER_SECOND = 400_000;

  private static final int SECONDS = 5;

  /** Without a small one the kernel takes a short video at once. */
  private static final int RECEIVE_BUFFER = 16 * 1024;

  /**
   * The kernel swallows all of a small video at once; in chunks, the bar shows what has arrived.
   * Larger ones go in one request, as Google advises.
   */
  private static final long SMALL = 8_000_000;

  private static final long CHUNK = 256 * 1024;

  /** Starts a server that takes about five seconds for a video of this size, if it can. */
  static Loopback start(long videoBytes) {
    return new Loopback(
        FakeYouTube.builder()
            .bytesPerSecond(Math.max(LEAST_BYTES_PER_SECOND, videoBytes / SECONDS))
            .receiveBuffer(RECEIVE_BUFFER)
            .start(),
        videoBytes);
  }

  @Override
  public String introduction() {
    return "No Google credentials in the environment (see .env.example): uploading to FakeYouTube"
        + " on this machine.";
  }

  @Override
  public UploadClientBuilder reach(UploadClientBuilder client) {
    UploadClientBuilder reached =
        client
            .endpoint(URI.create(youtube.rootUrl()))
            .credentials(YouTubeCredentials.accessToken(youtube.accessToken()));
    return videoBytes < SMALL ? reached.chunkBytes(CHUNK) : reached;
  }

  @Override
  public String watchUrl(UploadResult result) {
    return youtube.watchUrl(result.videoId());
  }

  @Override
  public String studioUrl(UploadResult result) {
    return youtube.studioUrl(result.videoId());
  }

  @Override
  public void afterwards(Path video, UploadResult result, Console console) throws IOException {
    String there = received(result).sha256();
    String here = Sha256.of(video);
    if (!there.equals(here)) {
      throw new IOException("The server got other bytes: SHA-256 " + there + ", not " + here);
    }
    console.say("  SHA-256  " + there + ", on the server as in the file");
    if (console.isTerminal()) {
      console.awaitEnter("The watch URL plays the video until you press Enter. ");
    }
  }

  private FakeVideo received(UploadResult result) throws IOException {
    return youtube.videos().stream()
        .filter(video -> video.id().equals(result.videoId()))
        .findFirst()
        .orElseThrow(() -> new IOException("The server has no video " + result.videoId()));
  }

  @Override
  public void close() {
    youtube.close();
  }
}
