package io.github.youtubeupload.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * A client's process: contender, target, video, how many uploads at once, and videos to warm up
 * with. Prints its {@link Figures} as the last line.
 */
final class ClientMain {
  private ClientMain() {}

  public static void main(String[] args) throws IOException {
    List<String> words = List.of(args);
    Contender contender = Contender.valueOf(words.get(0));
    Target target = Target.parse(words.subList(1, 5));
    Path video = Path.of(words.get(5));
    int count = Integer.parseInt(words.get(6));
    ExecutorService threads = Executors.newFixedThreadPool(count);
    if (words.size() > 7) {
      warmUp(contender.open(target.withoutDelay(), 1), words.subList(7, words.size()));
    }
    try (Uploader uploader = contender.open(target, count)) {
      Meter meter = new Meter();
      CompletableFuture.allOf(
              Stream.generate(() -> CompletableFuture.runAsync(() -> go(uploader, video), threads))
                  .limit(count)
                  .toArray(CompletableFuture<?>[]::new))
          .join();
      System.out.println(meter.stop(Files.size(video) * count).line());
    } catch (CompletionException e) {
      System.out.println(e.getCause());
      System.exit(1);
    } finally {
      threads.shutdown();
    }
  }

  private static void warmUp(Uploader uploader, List<String> videos) throws IOException {
    try (uploader) {
      for (String video : videos) {
        uploader.upload(Path.of(video));
      }
    }
  }

  private static void go(Uploader uploader, Path video) {
    try {
      uploader.upload(video);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
