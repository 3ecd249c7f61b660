package io.github.youtubeupload.examples.quickstart;

import io.github.youtubeupload.UploadClientBuilder;
import io.github.youtubeupload.UploadResult;
import java.io.IOException;
import java.nio.file.Path;

/** Where the video goes: YouTube, or FakeYouTube on this machine. */
interface Destination extends AutoCloseable {
  /** A line for the user to know where the video goes. */
  String introduction();

  /** Lets a client find the place and sign in there. */
  UploadClientBuilder reach(UploadClientBuilder client);

  String watchUrl(UploadResult result);

  String studioUrl(UploadResult result);

  /** What is left to do when the video is there. */
  default void afterwards(Path video, UploadResult result, Console console) throws IOException {}

  @Override
  default void close() {}
}
