package io.github.youtubeupload;

import com.google.api.client.http.javanet.NetHttpTransport;
import io.github.youtubeupload.testkit.FaultScript;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host may bring its own transport. */
class ForeignTransportTest {
  @TempDir private Path folder;

  @Test
  void uploadsThroughGooglesOwnTransport() throws IOException {
    Path video = TestVideos.make(folder, 1_000_000);
    for (long seed = 1; seed <= 20; seed++) {
      try (Rig rig = new Rig().script(FaultScript.random(seed, 1_000_000));
          UploadClient client = rig.client(b -> b.transport(new NetHttpTransport()))) {
        rig.assertOneVideo(client.upload(Rig.request(video).build()), video);
      }
    }
  }
}
