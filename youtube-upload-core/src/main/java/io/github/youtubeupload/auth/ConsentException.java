package io.github.youtubeupload.auth;

import org.jspecify.annotations.Nullable;

/** A person was asked for consent, and there is none to work with. */
public final class ConsentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why there is no consent. */
  public enum Reason {
    /** The answer belongs to another question, or to none: begin anew, and suspect a forgery. */
    STATE_MISMATCH("the answer does not belong to the question that was asked; sign in again"),
    /** The person said no. */
    DENIED("the permission was refused; sign in again and allow the upload"),
    /** The person unticked a scope that is required. */
    MISSING_SCOPE("the permission to upload was not ticked; sign in again and leave it ticked"),
    /** The code was used before, or is too old, or was not meant for this client. */
    CODE_REFUSED("the code was used before or is too old; sign in again"),
    /** Google gave an access token only. */
    NO_REFRESH_TOKEN("Google gave no lasting permission; sign in again");

    private final String text;

    Reason(String text) {
      this.text = text;
    }
  }

  private final Reason reason;

  ConsentException(Reason reason, @Nullable Throwable cause) {
    super(reason.text, cause);
    this.reason = reason;
  }

  /** Why there is no consent. */
  public Reason reason() {
    return reason;
  }
}
