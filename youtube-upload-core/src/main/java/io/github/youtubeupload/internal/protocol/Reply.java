package io.github.youtubeupload.internal.protocol;

import com.google.api.services.youtube.model.Video;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/**
 * What came back for one request of the protocol. An expected refusal is a value, not an exception.
 */
public sealed interface Reply {

  /** The session is open. The URI works like a password. */
  record Opened(URI session) implements Reply {
    @Override
    public String toString() {
      return "Opened[session]";
    }
  }

  /**
   * YouTube holds the video up to an offset and wants the rest.
   *
   * @param offset the next byte to send
   * @param moved where the session is to be found from now on
   */
  record Stored(long offset, Optional<URI> moved) implements Reply {
    @Override
    public String toString() {
      return "Stored[" + offset + "]";
    }
  }

  /** The video exists, and its id is in the answer. */
  record Finished(Video video) implements Reply {}

  /** YouTube said no. */
  record Refused(Refusal refusal) implements Reply {}

  /**
   * No answer that can be understood, so nobody knows what YouTube did.
   *
   * @param cause why
   * @param surelyNotSent whether the request cannot have reached YouTube
   */
  record Lost(IOException cause, boolean surelyNotSent) implements Reply {}
}
