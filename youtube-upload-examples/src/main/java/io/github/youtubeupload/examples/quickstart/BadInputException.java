package io.github.youtubeupload.examples.quickstart;

/** What the user gave cannot be used; the message is the one line that says why. */
final class BadInputException extends Exception {
  private static final long serialVersionUID = 1L;

  BadInputException(String message) {
    super(message);
  }
}
