package io.github.youtubeupload;

import io.github.youtubeupload.metadata.Violation;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The request breaks YouTube's rules: found before anything was spent, or said by YouTube. Next
 * step: mend what {@link #violations} name and submit again: there is no video, so the id is free.
 */
public final class RejectedException extends UploadException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // List.copyOf gives a list that can be serialized
  private final List<Violation> violations;

  RejectedException(String uploadId, List<Violation> violations) {
    super(
        uploadId,
        violations.stream().map(Violation::toString).collect(Collectors.joining("; ")),
        null);
    this.violations = List.copyOf(violations);
  }

  /** Everything that is wrong, at least one. */
  public List<Violation> violations() {
    return violations;
  }
}
