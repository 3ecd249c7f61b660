package io.github.youtubeupload.testkit;

/** When, in the life of a request, a {@link Fault.Answer} takes the place of the true answer. */
public enum AnswerTiming {
  /** Before any of the body is read: nothing is stored, nothing charged. */
  BEFORE_BODY,
  /** All of the body is stored, but no session is opened and no video made yet. */
  AFTER_BODY,
  /** All is done: session opened and charged, or video made; only the answer is another. */
  AFTER_PROCESSING
}
