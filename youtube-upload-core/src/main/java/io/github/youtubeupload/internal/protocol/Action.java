package io.github.youtubeupload.internal.protocol;

/** What to do about a refusal. */
public enum Action {
  /** Wait, ask, go on. */
  RETRY,
  /** Get a new access token, once; then go on. */
  REFRESH,
  /** The session is gone. */
  SESSION_GONE,
  /** The project's bucket is empty until the next Pacific day. */
  QUOTA_EXHAUSTED,
  /** The channel has had enough for now. */
  CHANNEL_LIMIT,
  /** The user must consent again. */
  AUTHORIZE,
  /** The request must be mended. */
  REJECT
}
