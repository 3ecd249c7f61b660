package io.github.youtubeupload;

import io.github.youtubeupload.auth.YouTubeCredentials;
import io.github.youtubeupload.quota.QuotaStore;
import io.github.youtubeupload.store.UploadStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * A process that uploads one file and is killed on the way. It prints a line when it gets to the
 * label it is to be killed at, and then waits for that; or the outcome, if it gets so far.
 */
final class CrashChild {
  private CrashChild() {}

  public static void main(String[] args) {
    String root = args[0];
    String token = args[1];
    Path state = Path.of(args[2]);
    Path video = Path.of(args[3]);
    boolean chunked = Boolean.parseBoolean(args[4]);
    String label = args[5];
    CrashPoints points = new CrashPoints(stopAt(label));
    UploadClientBuilder builder =
        UploadClient.builder()
            .endpoint(URI.create(root))
            .credentials(YouTubeCredentials.accessToken(token))
            .stateDirectory(state)
            .uploadStore(points.around(UploadStore.directory(state)))
            .quotaStore(points.around(QuotaStore.directory(state)))
            .retryPolicy(Rig.QUICK)
            .answerTimeout(Duration.ofSeconds(2))
            .finalAnswerTimeout(Duration.ofSeconds(5))
            .stallTimeout(Duration.ofSeconds(2));
    try (UploadClient client = (chunked ? builder.chunkBytes(1024 * 1024) : builder).build()) {
      say("READY");
      UploadResult result = client.upload(Rig.request(video).id("job").build());
      say("DONE " + result.videoId());
    } catch (UploadException e) {
      say("FAILED " + e);
    }
  }

  private static Consumer<String> stopAt(String label) {
    return reached -> {
      if (reached.equals(label)) {
        say("AT " + label);
        awaitDeath();
      }
    };
  }

  private static void awaitDeath() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Runtime.getRuntime().halt(3);
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
