package io.github.youtubeupload.examples.backend.web;

import io.github.youtubeupload.examples.backend.state.StateDirectory;
import io.github.youtubeupload.examples.backend.youtube.YouTubeServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A file to try uploads with: it begins like an MP4 and has nothing to show. Demo only. */
@RestController
final class DemoVideo {
  private static final int SIZE = 12_000_000;
  private static final byte[] HEAD =
      "\0\0\0\u0018ftypmp42\0\0\0\0mp42isom".getBytes(StandardCharsets.ISO_8859_1);

  private final StateDirectory state;
  private final boolean demo;

  DemoVideo(StateDirectory state, YouTubeServer youtube) {
    this.state = state;
    this.demo = youtube.demo().isPresent();
  }

  @GetMapping("/demo/friends.mp4")
  ResponseEntity<Resource> video() throws IOException {
    if (!demo) {
      throw ApiErrorHandler.plain(HttpStatus.NOT_FOUND);
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("video/mp4"))
        .eTag("\"friends-1\"")
        .body(new FileSystemResource(file()));
  }

  private synchronized Path file() throws IOException {
    Path file = state.directory("demo").resolve("friends.mp4");
    if (!Files.exists(file) || Files.size(file) != SIZE) {
      Random noise = new Random(1);
      byte[] block = new byte[8192];
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        out.write(HEAD);
        for (int left = SIZE - HEAD.length; left > 0; left -= block.length) {
          noise.nextBytes(block);
          out.write(block, 0, Math.min(left, block.length));
        }
      }
    }
    return file;
  }
}
