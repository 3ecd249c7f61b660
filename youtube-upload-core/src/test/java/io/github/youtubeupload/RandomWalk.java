package io.github.youtubeupload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.auth.YouTubeCredentials;
import io.github.youtubeupload.metadata.VideoMetadata;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.source.VideoSource;
import io.github.youtubeupload.store.UploadRecord;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * One program that does at random what a program can do with uploads: submit, resume, pause,
 * cancel, look, close and open again. It holds each handle and each listener to its contract.
 * Others walk on the same state directory at the same time, in this process and in others.
 */
final class RandomWalk {
  static final int IDS = 8;
  static final int CHUNK = 262_144;

  private final String root;
  private final String token;
  private final Path state;
  private final Path video;
  private final SplittableRandom random;
  private final List<Heard> heard = new ArrayList<>();
  private UploadClient client;

  RandomWalk(String root, String token, Path state, Path video, long seed) {
    this.root = root;
    this.token = token;
    this.state = state;
    this.video = video;
    this.random = new SplittableRandom(seed);
    this.client = open();
  }

  /** A process of its own: root URL, token, state directory, video, seed, steps. */
  public static void main(String[] args) {
    RandomWalk walk =
        new RandomWalk(
            args[0], args[1], Path.of(args[2]), Path.of(args[3]), Long.parseLong(args[4]));
    walk.walk(Integer.parseInt(args[5]));
    System.out.println("WALKED " + walk.heard.size());
  }

  static UploadClient open(String root, String token, Path state) {
    return UploadClient.builder()
        .endpoint(URI.create(root))
        .credentials(YouTubeCredentials.accessToken(token))
        .stateDirectory(state)
        .chunkBytes(CHUNK)
        .maxConcurrentUploads(2)
        .retryPolicy(Rig.QUICK)
        .quotaPolicy(QuotaPolicy.google().withLimit(QuotaPolicy.UPLOADS, 1_000_000))
        .answerTimeout(Duration.ofSeconds(20))
        .finalAnswerTimeout(Duration.ofSeconds(20))
        .stallTimeout(Duration.ofSeconds(20))
        .build();
  }

  static UploadRequest.Builder request(String id, Path video) {
    return UploadRequest.builder()
        .id(id)
        .source(VideoSource.file(video))
        .metadata(VideoMetadata.builder().title("Video of " + id).build());
  }

  private UploadClient open() {
    return open(root, token, state);
  }

  void walk(int steps) {
    for (int step = 0; step < steps; step++) {
      step("job-" + random.nextInt(IDS));
    }
    client.close();
    heard.forEach(Heard::check);
  }

  private void step(String id) {
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> {
        Heard listener = new Heard(id);
        begin(listener, () -> client.submit(request(id, video).listener(listener).build()));
      }
      case 3, 4 -> {
        Heard listener = new Heard(id);
        begin(listener, () -> client.resume(id, listener.resumption()));
      }
      case 5, 6 -> client.pause(id);
      case 7 -> allowed(() -> random.nextInt(4) == 0 && client.cancel(id));
      case 8 -> {
        if (!heard.isEmpty()) {
          Heard one = heard.get(random.nextInt(heard.size()));
          allowed(() -> one.upload.get() != null && one.upload.get().pause());
        }
      }
      case 9 -> assertThat(client.list()).hasSizeLessThanOrEqualTo(IDS);
      case 10 -> {
        if (random.nextInt(4) == 0) {
          client.close();
          assertThat(client.running()).isEmpty();
          client = open();
        }
      }
      default -> {
        if (!heard.isEmpty()) {
          heard.get(random.nextInt(heard.size())).await();
        }
      }
    }
  }

  private void begin(Heard listener, Supplier<Upload> start) {
    Upload upload = allowed(start);
    if (upload != null) {
      listener.upload.set(upload);
      heard.add(listener);
    }
  }

  /** What a caller can be told; anything else is a fault. */
  private static <T> T allowed(Supplier<T> deed) {
    try {
      return deed.get();
    } catch (ConflictException | UploadCancelledException e) {
      return null; // another walker has it, or had it cancelled
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).containsAnyOf("No upload has the id", "failed for good");
      return null;
    }
  }

  /** A listener, and the handle that it belongs to. */
  private static final class Heard implements ProgressListener {
    private final String id;
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicReference<UploadState> last = new AtomicReference<>();
    private final AtomicReference<String> fault = new AtomicReference<>();
    private final AtomicReference<Upload> upload = new AtomicReference<>();

    Heard(String id) {
      this.id = id;
    }

    Resumption resumption() {
      return new Resumption() {
        @Override
        public ProgressListener listener(UploadRecord record) {
          return Heard.this;
        }
      };
    }

    @Override
    public void onProgress(UploadProgress progress) {
      if (inside.incrementAndGet() != 1) {
        fault.set("two threads at once");
      }
      UploadState before = last.getAndSet(progress.state());
      if (before != null && before.isTerminal()) {
        fault.set(progress.state() + " after " + before);
      }
      if (!progress.uploadId().equals(id)) {
        fault.set("hears of " + progress.uploadId());
      }
      inside.decrementAndGet();
    }

    void await() {
      try {
        upload.get().result().get(60, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        assertThat(e.getCause()).isInstanceOf(UploadException.class);
      } catch (InterruptedException | TimeoutException e) {
        throw new CompletionException(id + " does not end", e);
      }
    }

    /** After the client was closed, every handle has ended, and the listener has heard of it. */
    void check() {
      await();
      assertThat(fault.get()).as(id).isNull();
      UploadState heardLast = last.get(); // null if it joined an upload with another listener
      if (heardLast != null) {
        assertThat(heardLast.isTerminal()).as(id + " heard " + heardLast).isTrue();
        assertThat(upload.get().progress().state()).isEqualTo(heardLast);
      }
    }
  }
}
