package io.github.youtubeupload.benchmarks;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** One way to put a video on YouTube. Used by many threads at once. */
interface Uploader extends Closeable {

  /** Uploads a file and waits for the video. */
  void upload(Path video) throws IOException;

  @Override
  default void close() throws IOException {}
}
