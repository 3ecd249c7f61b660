package io.github.youtubeupload.examples.quickstart;

import io.github.youtubeupload.RejectedException;
import io.github.youtubeupload.SourceException;
import io.github.youtubeupload.Upload;
import io.github.youtubeupload.UploadCancelledException;
import io.github.youtubeupload.UploadClient;
import io.github.youtubeupload.UploadException;
import io.github.youtubeupload.UploadRequest;
import io.github.youtubeupload.UploadResult;
import io.github.youtubeupload.metadata.VideoMetadata;
import io.github.youtubeupload.quota.QuotaStatus;
import io.github.youtubeupload.source.VideoSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Uploads friends.mp4, or the file of {@code -Dvideo=PATH}: to YouTube if the environment holds
 * credentials, else to FakeYouTube on this machine.
 *
 * <p>Exit codes: 0 the video is there, 1 it is not, 2 the input was wrong, 130 cancelled.
 */
public final class Quickstart {
  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;
  private static final int CANCELLED = 130;

  private final Console console;
  private final Path friends;

  Quickstart(Console console, Path friends) {
    this.console = console;
    this.friends = friends;
  }

  /**
   * Runs it.
   *
   * @param args where friends.mp4 is to be made; {@code target/friends.mp4} if empty
   */
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    Path friends = Path.of(args.length > 0 ? args[0] : "target/friends.mp4");
    System.exit(
        new Quickstart(Console.system(), friends)
            .run(System.getProperty("video"), System.getenv()));
  }

  int run(@Nullable String video, Map<String, String> environment) {
    try (Interruption interruption = Interruption.watch()) {
      return run(video, environment, interruption);
    }
  }

  /** One clear line for whatever goes wrong: the messages say what happened and what to do. */
  private int run(
      @Nullable String video, Map<String, String> environment, Interruption interruption) {
    try {
      Options options = Options.of(video, environment);
      upload(
          options, options.video().isPresent() ? options.video().get() : friends(), interruption);
      return OK;
    } catch (BadInputException | SourceException | RejectedException e) {
      console.complain(e);
      return BAD_INPUT;
    } catch (UploadCancelledException e) {
      console.complain(e);
      return CANCELLED;
    } catch (UploadException | IOException e) {
      console.complain(e);
      return FAILED;
    }
  }

  private Path friends() throws IOException {
    if (!Files.exists(friends)) {
      console.say("Making " + friends.getFileName() + " ...");
      FriendsVideo.make(friends);
    }
    return friends;
  }

  private void upload(Options options, Path video, Interruption interruption) throws IOException {
    try (Destination destination = destination(options, video);
        UploadClient client = client(options, destination)) {
      console.say(destination.introduction());
      Upload upload = client.submit(request(video));
      interruption.asksToEnd(upload::cancel);
      UploadResult result = follow(upload);
      interruption.cleansUp(destination::close);
      report(result, destination, client.quota());
      destination.afterwards(video, result, console);
    }
  }

  private UploadResult follow(Upload upload) {
    try (ProgressDisplay display = console.progressDisplay()) {
      return UploadWatcher.follow(upload, display);
    }
  }

  private static UploadClient client(Options options, Destination destination) {
    return destination
        .reach(UploadClient.builder())
        .applicationName("youtube-upload-quickstart")
        .quotaPolicy(options.quota())
        .build();
  }

  /** A file that is not there is the upload's to complain about. */
  private static Destination destination(Options options, Path video) {
    return options
        .credentials()
        .<Destination>map(Google::new)
        .orElseGet(() -> Loopback.start(video.toFile().length()));
  }

  private static UploadRequest request(Path video) {
    return UploadRequest.builder()
        .source(VideoSource.file(video))
        .metadata(
            VideoMetadata.builder()
                .title("Friends")
                .description("Uploaded by the quickstart of youtube-upload.")
                .build())
        .build();
  }

  private void report(UploadResult result, Destination destination, QuotaStatus quota) {
    console.say(
        "Uploaded "
            + ProgressText.bytes(result.bytes())
            + " in "
            + ProgressText.time(result.time()));
    console.say("  Video    " + result.videoId());
    console.say("  Watch    " + destination.watchUrl(result));
    console.say("  Studio   " + destination.studioUrl(result));
    console.say(
        "  Quota    %d more uploads today (%d of %d units used, as far as this run knows)"
            .formatted(quota.uploadsRemaining(), quota.used(), quota.dailyLimit()));
    result.warnings().forEach(warning -> console.say("  Warning  " + warning));
  }
}
