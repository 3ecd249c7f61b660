package io.github.youtubeupload.examples.backend.upload;

import io.github.youtubeupload.examples.backend.web.ApiException;
import io.github.youtubeupload.source.PreparedSource;
import io.github.youtubeupload.source.SourceContext;
import io.github.youtubeupload.source.SourceDescription;
import io.github.youtubeupload.source.VideoSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Looks at a file with the library's eyes while its sender still waits for the answer. */
@Component
final class VideoFileCheck {
  private final IncomingFiles files;

  VideoFileCheck(IncomingFiles files) {
    this.files = files;
  }

  void requireVideo(Path file) throws IOException {
    if (Files.size(file) == 0) {
      throw ApiException.badRequest("empty_file", "The file is empty: it has 0 bytes");
    }
    try (PreparedSource looked = VideoSource.file(file).prepare(new Look())) {
      looked.description();
    } catch (IOException e) {
      throw ApiException.of(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          "no_video_file",
          FailureTexts.withoutPaths(String.valueOf(e.getMessage()), file));
    }
  }

  private final class Look implements SourceContext {
    @Override
    public Optional<SourceDescription> earlier() {
      return Optional.empty();
    }

    @Override
    public Path spoolDirectory() {
      return files.receiving();
    }

    @Override
    public void downloaded(long bytes, long total) {}
  }
}
