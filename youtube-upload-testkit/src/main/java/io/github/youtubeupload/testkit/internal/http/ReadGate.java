package io.github.youtubeupload.testkit.internal.http;

import java.io.IOException;

/** Decides how a body may be read: how much at a time, how fast, and whether at all. */
@FunctionalInterface
public interface ReadGate {
  /**
   * Called before each read of a body.
   *
   * @param alreadyRead bytes of this body read so far
   * @param wanted bytes the reader has room for, at least 1
   * @return how many bytes to read at most, from 1 to {@code wanted}
   * @throws IOException if the connection was cut instead
   */
  int admit(long alreadyRead, int wanted) throws IOException;
}
