package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.testkit.FakeVideo;
import io.github.youtubeupload.testkit.FakeYouTube;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrencyTest {
  @TempDir private Path folder;

  @Test
  void runsNoMoreUploadsAtOnceThanItMayAndAllInTheEnd() throws IOException {
    Path video = TestVideos.make(folder, 200_000);
    Set<String> active = ConcurrentHashMap.newKeySet();
    AtomicInteger most = new AtomicInteger();
    ProgressListener count =
        progress -> {
          if (progress.state().isTerminal()) {
            active.remove(progress.uploadId());
          } else {
            active.add(progress.uploadId());
            most.accumulateAndGet(active.size(), Math::max);
          }
        };
    try (Rig rig = new Rig();
        UploadClient client = rig.client(b -> b.maxConcurrentUploads(3))) {
      List<Upload> uploads = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        uploads.add(client.submit(Rig.request(video).listener(count).build()));
      }
      uploads.forEach(upload -> upload.result().join());

      assertThat(rig.server.videos()).extracting(FakeVideo::id).doesNotHaveDuplicates().hasSize(30);
      assertThat(most.get()).isBetween(1, 3);
      assertThat(client.running()).isEmpty();
    }
  }

  @Test
  void leavesNoThreadBehind() throws IOException, InterruptedException {
    Path video = TestVideos.make(folder, 100_000);
    FakeYouTube server = FakeYouTube.start();
    ThreadGroup group = new ThreadGroup("uploads");
    Thread host =
        new Thread(
            group,
            () -> {
              try (Rig rig = Rig.with(server);
                  UploadClient client = rig.client()) {
                client.upload(Rig.request(video).build());
              }
            });
    host.start();
    host.join();
    Thread[] left = new Thread[50];
    int count = group.enumerate(left);
    for (int i = 0; i < count; i++) {
      left[i].join(20_000);
    }

    assertThat(group.activeCount()).isZero();
  }
}
