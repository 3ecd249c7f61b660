package io.github.youtubeupload.internal.files;

import java.io.IOException;

/** This machine's disk cannot take a spooled file; nothing is wrong with what was to be spooled. */
public final class DiskFullException extends IOException {
  private static final long serialVersionUID = 1L;

  /** The message names the directory, what is free and what is needed. */
  public DiskFullException(String message) {
    super(message);
  }
}
