package io.github.youtubeupload.source;

import java.io.IOException;
import java.net.URI;

/** Makes a fresh URL for the same content when a signed one has expired. */
@FunctionalInterface
public interface UrlRenewal {

  /**
   * Gives another URL of the same content. Called on the upload's thread after the origin answered
   * 400, 401, 403, 404 or 410, at most twice before another byte must have come.
   *
   * @param expired the URL that was refused
   * @throws IOException if there is none; the upload is then suspended, or fails if it had no
   *     session yet
   */
  URI renew(URI expired) throws IOException;
}
