package io.github.youtubeupload.examples.backend.upload;

import io.github.youtubeupload.Upload;
import io.github.youtubeupload.examples.backend.web.ApiException;
import io.github.youtubeupload.source.VideoSource;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** A form with a file: takes the file over, and removes it again unless an upload wants it. */
@Component
final class FileFormReader {
  private static final int MAX_FIELD = 32 * 1024;

  private final IncomingFiles files;
  private final VideoFileCheck check;

  FileFormReader(IncomingFiles files, VideoFileCheck check) {
    this.files = files;
    this.check = check;
  }

  interface Submission {
    Upload of(String uploadId, VideoSource source, Map<String, String> form);
  }

  Upload take(HttpServletRequest request, String uploadId, Submission submission)
      throws IOException {
    Collection<Part> parts = parts(request);
    try {
      Map<String, String> form = fields(parts);
      Part sent = file(parts);
      Path file = files.place(uploadId, String.valueOf(sent.getSubmittedFileName()));
      sent.write(file.toString());
      if (!Files.exists(file)) {
        Files.createFile(file);
      }
      check.requireVideo(file);
      return submission.of(uploadId, VideoSource.file(file), form);
    } catch (IOException | RuntimeException e) {
      files.delete(uploadId);
      throw e;
    } finally {
      for (Part part : parts) {
        part.delete();
      }
    }
  }

  private Collection<Part> parts(HttpServletRequest request) throws IOException {
    try {
      return request.getParts();
    } catch (IllegalStateException e) {
      throw ApiException.of(
          HttpStatus.CONTENT_TOO_LARGE, "too_large", "The file is larger than this service takes");
    } catch (ServletException | IOException e) {
      if (files.room() < AdmissionControl.RESERVE) {
        throw AdmissionControl.diskFull();
      }
      throw ApiException.badRequest(
          "broken_form", "The form ended early or is no multipart/form-data");
    }
  }

  private static Part file(Collection<Part> parts) {
    return parts.stream()
        .filter(part -> part.getName().equals("file"))
        .filter(part -> part.getSubmittedFileName() != null)
        .findFirst()
        .orElseThrow(
            () ->
                ApiException.badRequest("no_video", "The form has no file in the field \"file\""));
  }

  private static Map<String, String> fields(Collection<Part> parts) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Part part : parts) {
      if (part.getSubmittedFileName() == null) {
        fields.put(part.getName(), text(part));
      }
    }
    return fields;
  }

  private static String text(Part part) throws IOException {
    if (part.getSize() > MAX_FIELD) {
      throw JsonFields.wrong(part.getName(), "at most " + MAX_FIELD + " bytes");
    }
    try (InputStream in = part.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
