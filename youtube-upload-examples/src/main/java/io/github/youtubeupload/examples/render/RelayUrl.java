package io.github.youtubeupload.examples.render;

import io.github.youtubeupload.source.HostPolicy;
import io.github.youtubeupload.source.UrlSource;
import io.github.youtubeupload.source.VideoSource;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;

/**
 * Relays the download URL of a render to FakeYouTube without a temporary file. Without a URL a
 * render farm on this machine offers one.
 */
public final class RelayUrl {
  private RelayUrl() {}

  /**
   * Runs it.
   *
   * @param args the URL; {@code demo} or nothing for the farm on this machine
   */
  public static void main(String[] args)
      throws IOException, ExecutionException, InterruptedException {
    Path folder = Path.of("target/relay");
    if (args.length > 0 && !args[0].equals("demo")) {
      run(VideoSource.url(URI.create(args[0])), folder, System.out);
    } else {
      try (RenderFarm farm = RenderFarm.start()) {
        run(onThisMachine(farm), folder, System.out);
      }
    }
  }

  /** A farm on a private network must be allowed: by default only public addresses are. */
  static VideoSource onThisMachine(RenderFarm farm) {
    return UrlSource.builder(farm.downloadUrl())
        .header("Authorization", RenderFarm.PASS)
        .hostPolicy(HostPolicy.publicOnly().allowNetwork("127.0.0.1"))
        .build();
  }

  static long run(VideoSource source, Path folder, PrintStream out)
      throws ExecutionException, InterruptedException {
    out.println("Relaying " + source + " to FakeYouTube on this machine.");
    try (Studio studio = new Studio(folder, out)) {
      return studio.upload(source, () -> "").bytes();
    }
  }
}
