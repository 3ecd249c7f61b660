package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.auth.Credentials;
import io.github.youtubeupload.auth.YouTubeCredentials;
import io.github.youtubeupload.source.PreparedSource;
import io.github.youtubeupload.source.SourceContext;
import io.github.youtubeupload.source.SourceDescription;
import io.github.youtubeupload.source.VideoSource;
import io.github.youtubeupload.store.UploadRecord;
import io.github.youtubeupload.store.UploadStep;
import io.github.youtubeupload.store.UploadStore;
import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.FaultScript;
import io.github.youtubeupload.testkit.Step;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources, listeners, stores, credentials and resumptions of a host that misbehave. */
class HostCodeTest {
  @TempDir private Path folder;
  private Path video;

  @BeforeEach
  void makeVideo() throws IOException {
    video = TestVideos.make(folder, 500_000);
  }

  @Test
  void aVideoIsAVideoThoughItsSourceCannotBeClosed() {
    try (Rig rig = new Rig();
        UploadClient client = rig.client()) {
      UploadResult result =
          client.upload(Rig.request(video).id("job").source(new Unclosable(video)).build());

      rig.assertOneVideo(result, video);
      assertThat(client.find("job").orElseThrow().step()).isEqualTo(UploadStep.COMPLETED);
    }
  }

  @Test
  void aCancelGoesThroughThoughTheSourceCannotBeClosed() {
    try (Rig rig = new Rig().script(FaultScript.none().always(Step.SEND, Fault.stall(1)));
        UploadClient client = rig.client(b -> b.chunkBytes(262_144))) {
      Upload upload = client.submit(Rig.request(video).source(new Unclosable(video)).build());
      rig.awaitState(upload, UploadState.UPLOADING);
      upload.cancel();

      assertThatThrownBy(() -> upload.result().join())
          .hasCauseInstanceOf(UploadCancelledException.class);
    }
  }

  @Test
  void theFutureEndsWhateverTheListenerThrows() throws Exception {
    try (Rig rig = new Rig();
        UploadClient client = rig.client()) {
      Upload done = client.submit(Rig.request(video).listener(p -> throwAt(p, p.state())).build());
      assertThat(done.result().get(20, TimeUnit.SECONDS).videoId()).isNotEmpty();

      rig.server.script(
          FaultScript.none()
              .always(Step.OPEN, Fault.refusal(400, "youtube.video", "invalidTitle", "no")));
      Upload refused =
          client.submit(Rig.request(video).listener(p -> throwAt(p, p.state())).build());
      assertThatThrownBy(() -> refused.result().get(20, TimeUnit.SECONDS))
          .hasCauseInstanceOf(RejectedException.class);
    }
  }

  /** Not every error is caught: one at the end reaches the thread's handler. */
  private static void throwAt(UploadProgress progress, UploadState state) {
    if (state.isTerminal()) {
      throw new Error("of the test, at " + progress.state());
    }
  }

  @Test
  void oneThatCannotBeResumedDoesNotHoldUpTheOthers() {
    try (Rig rig = new Rig().script(FaultScript.none().always(Step.OPEN, Fault.status(503)))) {
      try (UploadClient first = rig.client(b -> b.retryPolicy(once()))) {
        for (String id : List.of("a", "b", "c")) {
          assertThatThrownBy(() -> first.upload(Rig.request(video).id(id).build()))
              .isInstanceOf(UploadSuspendedException.class);
        }
      }
      rig.server.script(FaultScript.none());
      Resumption broken =
          new Resumption() {
            @Override
            public Optional<Credentials> credentials(UploadRecord record) {
              if (record.uploadId().equals("a")) {
                throw new IllegalStateException("of the test");
              }
              return Optional.empty();
            }
          };
      try (UploadClient second = rig.client()) {
        assertThat(second.resumeAll(broken)).extracting(Upload::id).containsExactly("b", "c");
      }
    }
  }

  @Test
  void aSubmitThatMeetsACloseSaysSoAndLosesNothing() {
    AtomicReference<@Nullable UploadClient> closing = new AtomicReference<>();
    try (Rig rig = new Rig()) {
      UploadStore slow =
          CrashPoints.at("after claim", () -> close(closing.getAndSet(null))).around(rig.journal);
      try (UploadClient client = rig.client(b -> b.uploadStore(slow))) {
        closing.set(client);
        assertThatThrownBy(() -> client.submit(Rig.request(video).id("job").build()))
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("closed")
            .hasMessageContaining("job");
      }
      try (UploadClient next = rig.client()) {
        rig.assertOneVideo(next.resume("job").result().join(), video);
      }
    }
  }

  @Test
  void whatIsYoungIsNotClaimedToBeForgotten() {
    AtomicInteger claims = new AtomicInteger();
    try (Rig rig = new Rig();
        UploadClient client =
            rig.client(
                b ->
                    b.uploadStore(
                        CrashPoints.at("after claim", claims::incrementAndGet)
                            .around(rig.journal)))) {
      client.upload(Rig.request(video).id("job").build());
      int before = claims.get();

      assertThat(client.forgetEnded(Duration.ofDays(1))).isZero();
      assertThat(claims).hasValue(before);
      assertThat(client.forgetEnded(Duration.ZERO)).isEqualTo(1);
    }
  }

  @Test
  void aTokenThatIsNoneIsNeverQuoted() {
    String token = "ya29.secret\n";
    assertThatThrownBy(() -> YouTubeCredentials.accessToken(token))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
    try (Rig rig = new Rig();
        UploadClient client = rig.client(b -> b.credentials(new Fixed("Bearer " + token)))) {
      assertThatThrownBy(() -> client.upload(Rig.request(video).id("job").build()))
          .isInstanceOf(AuthorizationException.class)
          .hasMessageContaining("strip it")
          .hasMessageNotContaining("secret");
      assertThat(client.find("job").orElseThrow().failure()).doesNotContain("secret");
    }
  }

  private static void close(@Nullable UploadClient client) {
    if (client != null) {
      client.close();
    }
  }

  private static RetryPolicy once() {
    return new RetryPolicy(1, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMinutes(1));
  }

  private record Unclosable(Path file) implements VideoSource {
    @Override
    public PreparedSource prepare(SourceContext context) throws IOException {
      PreparedSource real = VideoSource.file(file).prepare(context);
      return new PreparedSource() {
        @Override
        public SourceDescription description() {
          return real.description();
        }

        @Override
        public InputStream open(long offset) throws IOException {
          return real.open(offset);
        }

        @Override
        public void close() {
          throw new IllegalStateException("of the test");
        }
      };
    }
  }

  /** Credentials that give this header. */
  private static final class Fixed extends Credentials {
    private static final long serialVersionUID = 1L;

    private final String header;

    Fixed(String header) {
      this.header = header;
    }

    @Override
    public String getAuthenticationType() {
      return "OAuth2";
    }

    @Override
    public Map<String, List<String>> getRequestMetadata(@Nullable URI uri) {
      return Map.of("Authorization", List.of(header));
    }

    @Override
    public boolean hasRequestMetadata() {
      return true;
    }

    @Override
    public boolean hasRequestMetadataOnly() {
      return true;
    }

    @Override
    public void refresh() {}
  }
}
