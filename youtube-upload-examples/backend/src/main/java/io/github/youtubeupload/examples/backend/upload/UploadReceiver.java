package io.github.youtubeupload.examples.backend.upload;

import io.github.youtubeupload.Upload;
import io.github.youtubeupload.examples.backend.account.AccessTokenIntrospector;
import io.github.youtubeupload.examples.backend.account.Owner;
import io.github.youtubeupload.examples.backend.settings.BackendSettings;
import io.github.youtubeupload.examples.backend.web.ApiException;
import io.github.youtubeupload.source.VideoSource;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** From a request to an accepted upload. Cheap refusals come first, before the body is read. */
@Component
final class UploadReceiver {
  private static final int MAX_JSON = 64 * 1024;

  private final AccessTokenIntrospector tokens;
  private final UploadInputReader inputs;
  private final AdmissionControl admission;
  private final FileFormReader fileForm;
  private final UrlSources urls;
  private final IncomingFiles files;
  private final Uploads uploads;
  private final long maxBytes;

  UploadReceiver(
      AccessTokenIntrospector tokens,
      UploadInputReader inputs,
      AdmissionControl admission,
      FileFormReader fileForm,
      UrlSources urls,
      IncomingFiles files,
      Uploads uploads,
      BackendSettings settings) {
    this.tokens = tokens;
    this.inputs = inputs;
    this.admission = admission;
    this.fileForm = fileForm;
    this.urls = urls;
    this.files = files;
    this.uploads = uploads;
    this.maxBytes = settings.limits().fileBytes();
  }

  Upload take(@Nullable Owner owner, HttpServletRequest request) throws IOException {
    String type = Optional.ofNullable(request.getContentType()).orElse("");
    if (type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)) {
      return takeFile(owner, request);
    }
    if (type.startsWith(MediaType.APPLICATION_JSON_VALUE)) {
      return takeUrl(owner, request);
    }
    throw ApiException.of(
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        "unsupported_media_type",
        "Send multipart/form-data with a file, or application/json with a videoUrl");
  }

  private Upload takeFile(@Nullable Owner owner, HttpServletRequest request) throws IOException {
    if (owner == null) {
      throw nobody();
    }
    admission.check(owner);
    try (AdmissionControl.Room ignored =
        admission.room(owner, request.getContentLengthLong(), maxBytes)) {
      return fileForm.take(
          request,
          UUID.randomUUID().toString(),
          (uploadId, source, form) ->
              uploads.submit(owner, uploadId, source, inputs.fromForm(form).metadata()));
    }
  }

  private Upload takeUrl(@Nullable Owner caller, HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(MAX_JSON + 1);
    if (body.length > MAX_JSON) {
      throw ApiException.of(
          HttpStatus.CONTENT_TOO_LARGE,
          "too_large",
          "The JSON is larger than " + MAX_JSON + " bytes");
    }
    UploadInput input = read(caller, new String(body, StandardCharsets.UTF_8));
    Owner owner = caller != null ? caller : ofToken(input);
    admission.check(owner);
    admission.requireSomeRoom();
    String address = String.valueOf(input.videoUrl());
    VideoSource source = urls.of(address);
    String uploadId = UUID.randomUUID().toString();
    try {
      urls.remember(uploadId, address);
      return uploads.submit(owner, uploadId, source, input.metadata());
    } catch (IOException | RuntimeException e) {
      files.delete(uploadId);
      throw e;
    }
  }

  private Owner ofToken(UploadInput input) {
    if (input.accessToken() == null) {
      throw nobody();
    }
    return tokens.introspect(input.accessToken().strip());
  }

  /** Somebody unknown learns nothing about their JSON, unless it could have held a token. */
  private UploadInput read(@Nullable Owner caller, String body) {
    try {
      return inputs.fromJson(body);
    } catch (ApiException e) {
      boolean mayHoldToken = body.contains("access_token") || body.contains("accessToken");
      throw caller == null && !mayHoldToken ? nobody() : e;
    }
  }

  private static ApiException nobody() {
    return ApiException.unauthorized(
        "Sign in at /api/youtube/auth, or send Authorization: Bearer TOKEN");
  }
}
