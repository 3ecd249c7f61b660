package io.github.youtubeupload.internal.protocol;

import java.util.Map;

/**
 * From HTTP status and reason to what is to be done: the one place that decides it. Sources:
 * Google's guide to resumable uploads, its page of errors of the YouTube Data API, and refusals
 * seen live.
 *
 * <pre>
 * status     reason or body                                     in a session    elsewhere
 * any        daily limit named (rateLimitExceeded and others)   QUOTA_EXHAUSTED
 * any        quotaExceeded, dailyLimitExceeded                  QUOTA_EXHAUSTED
 * any        uploadLimitExceeded                                CHANNEL_LIMIT
 * any        rateLimitExceeded, userRateLimitExceeded,
 *            servingLimitExceeded, backendError                 RETRY
 * any        youtubeSignupRequired, insufficientPermissions,
 *            authenticatedUserNotChannel, accountClosed, ...    AUTHORIZE
 * 401        another error of Google's, or no body              REFRESH
 *            a page                                             RETRY
 * 404, 410,
 * 499        another error of Google's                          SESSION_GONE    REJECT
 *            no body, or a page                                 SESSION_GONE    RETRY
 * 407, 408,
 * 429, 5xx   all others                                         RETRY
 * others     another error of Google's                          REJECT
 *            no body, or a page                                 RETRY
 * </pre>
 *
 * <p>Google's API says with an error in JSON what is wrong with a request, so a refusal without one
 * is final for nobody: a proxy or a portal may have said it. Its upload servers do answer a session
 * that is gone with a line of text or nothing.
 */
public final class FailureTable {
  private static final Map<String, Action> BY_REASON =
      Map.ofEntries(
          Map.entry("quotaExceeded", Action.QUOTA_EXHAUSTED),
          Map.entry("dailyLimitExceeded", Action.QUOTA_EXHAUSTED),
          Map.entry("uploadLimitExceeded", Action.CHANNEL_LIMIT),
          Map.entry("rateLimitExceeded", Action.RETRY),
          Map.entry("userRateLimitExceeded", Action.RETRY),
          Map.entry("servingLimitExceeded", Action.RETRY),
          Map.entry("backendError", Action.RETRY),
          Map.entry("youtubeSignupRequired", Action.AUTHORIZE),
          Map.entry("insufficientPermissions", Action.AUTHORIZE),
          Map.entry("authenticatedUserNotChannel", Action.AUTHORIZE),
          Map.entry("authenticatedUserAccountClosed", Action.AUTHORIZE),
          Map.entry("authenticatedUserAccountSuspended", Action.AUTHORIZE),
          Map.entry("accountClosed", Action.AUTHORIZE),
          Map.entry("accountSuspended", Action.AUTHORIZE),
          Map.entry("channelClosed", Action.AUTHORIZE),
          Map.entry("channelSuspended", Action.AUTHORIZE),
          Map.entry("accessNotConfigured", Action.AUTHORIZE));

  private FailureTable() {}

  /**
   * Looks a refusal up.
   *
   * @param inSession whether it was said to a request for an open session
   */
  public static Action action(Refusal refusal, boolean inSession) {
    if (refusal.daily()) {
      return Action.QUOTA_EXHAUSTED;
    }
    Action byReason = BY_REASON.get(refusal.reason());
    return byReason != null ? byReason : byStatus(refusal, inSession);
  }

  private static Action byStatus(Refusal refusal, boolean inSession) {
    Action byGoogle = refusal.speaker() == Refusal.Speaker.GOOGLE ? Action.REJECT : Action.RETRY;
    return switch (refusal.status()) {
      case 401 -> refusal.speaker() == Refusal.Speaker.UNKNOWN ? Action.RETRY : Action.REFRESH;
      case 404, 410, 499 -> inSession ? Action.SESSION_GONE : byGoogle;
      case 407, 408, 429 -> Action.RETRY;
      default -> refusal.status() >= 500 ? Action.RETRY : byGoogle;
    };
  }
}
