package io.github.youtubeupload.source;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/** Opens content of somebody else's store; how it is done after a broken read, too. */
@FunctionalInterface
public interface SeekableOpener {

  /**
   * Opens the content at its beginning. The channel's {@code read} must fail rather than end early,
   * and its {@code close}, called from any thread, should end a blocked read.
   */
  SeekableByteChannel open() throws IOException;
}
