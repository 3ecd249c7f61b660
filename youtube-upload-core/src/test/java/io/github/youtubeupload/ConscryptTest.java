package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.testkit.FakeYouTube;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Step;
import java.nio.file.Path;
import java.security.KeyStore;
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
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry("server", rig.server.certificate());
      return conscrypt(store);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static SSLSocketFactory conscrypt(KeyStore certificates) throws Exception {
    // snippet: conscrypt
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(certificates);
    SSLContext tls = SSLContext.getInstance("TLS", Conscrypt.newProvider());
    tls.init(null, trust.getTrustManagers(), null);
    SSLSocketFactory sockets = tls.getSocketFactory();
    // end
    return sockets;
  }
}
