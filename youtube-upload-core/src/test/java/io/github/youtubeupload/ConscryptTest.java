package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Step;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conscrypt as the provider of TLS: a third less CPU, and nothing else may differ. */
class ConscryptTest {
  private static final Duration NEVER = Duration.ofMinutes(10);

  @TempDir private Path folder;

  @Test
  void uploadsThroughConscrypt() throws Exception {
    Path video = TestVideos.make(folder, 3_000_000);
    FaultScript cut = FaultScript.none().on(Step.SEND, Fault.cutAfter(2_000_000));
    try (Rig rig = Rig.with(FakeYouTube.builder().tls().start()).script(cut);
        UploadClient client = rig.client(b -> b.sslSocketFactory(conscrypt(rig)))) {
      rig.assertOneVideo(client.upload(Rig.request(video).build()), video);
    }
  }

  @Test
  void cancelsABlockedWriteOfConscrypt() throws Exception {
    Path video = TestVideos.make(folder, 30_000_000);
    FakeYouTube server = FakeYouTube.builder().tls().receiveBuffer(64 * 1024).start();
    try (Rig rig = Rig.with(server).script(FaultScript.none().on(Step.SEND, Fault.stall(1000)));
        UploadClient client =
            rig.client(
                b ->
                    b.sslSocketFactory(conscrypt(rig))
                        .stallTimeout(NEVER)
                        .finalAnswerTimeout(NEVER))) {
      Upload upload = client.submit(Rig.request(video).build());
      assertThat(server.awaitBytesReceived(1000, Duration.ofSeconds(30))).isTrue();

      upload.cancel();

      assertThat(upload.result())
          .failsWithin(Duration.ofSeconds(30))
          .withThrowableThat()
          .withCauseInstanceOf(UploadCancelledException.class);
    }
  }

  private static SSLSocketFactory conscrypt(Rig rig) {
    try {
      X509Certificate certificate = rig.server.certificate();
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry("server", certificate);
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(store);
      SSLContext context = SSLContext.getInstance("TLS", Conscrypt.newProvider());
      context.init(null, managers.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
