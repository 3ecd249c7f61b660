package io.github.youtubeupload.internal.origin;

import java.io.IOException;

/** Hears how long each read of a body had to wait for its bytes, whatever they turn out to be. */
public interface Pace {

  /**
   * One read is over.
   *
   * @throws IOException if that is too slow to go on
   */
  void waited(long nanos, int bytes) throws IOException;
}
