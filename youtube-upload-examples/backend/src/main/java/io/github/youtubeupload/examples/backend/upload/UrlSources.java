package io.github.youtubeupload.examples.backend.upload;

import io.github.youtubeupload.examples.backend.web.ApiException;
import io.github.youtubeupload.source.VideoSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Videos at addresses that callers give, which are never to be trusted. */
@Component
final class UrlSources {

  VideoSource of(String address) {
    if (!address.isEmpty()) {
      throw ApiException.of(
          HttpStatus.NOT_IMPLEMENTED, "no_urls", "URLs are not supported yet: " + address.length());
    }
    return VideoSource.file(java.nio.file.Path.of("never"));
  }
}
