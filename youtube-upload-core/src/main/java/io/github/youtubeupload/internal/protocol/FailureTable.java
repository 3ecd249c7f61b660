package io.github.youtubeupload.internal.protocol;

import java.util.Map;

/**
 * From HTTP status and reason to what is to be done: the one place that decides it. Sources:
 * Google's guide to resumable uploads, its page of errors of the YouTube Data API, and refusals
 * seen live.
 *
 * <pre>
 * status     reason                                             in a session    elsewhere
 * any        daily limit named (rateLimitExceeded and others)   QUOTA_EXHAUSTED
 * any        quotaExceeded, dailyLimitExceeded                  QUOTA_EXHAUSTED
 * any        uploadLimitExceeded                                CHANNEL_LIMIT
 * any        rateLimitExceeded, userRateLimitExceeded,
 *            servingLimitExceeded, backendError                 RETRY
 * any        youtubeSignupRequired, insufficientPermissions,
 *            authenticatedUserNotChannel, accountClosed, ...    AUTHORIZE
 * 401        all others                                         REFRESH
 * 404, 410,
 * 499        all others                                         SESSION_GONE    REJECT
 * 408, 429   all others                                         RETRY
 * 5xx        all others                                         RETRY
 * others     all others                                         REJECT
 * </pre>
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
    return byReason != null ? byReason : byStatus(refusal.status(), inSession);
  }

  private static Action byStatus(int status, boolean inSession) {
    return switch (status) {
      case 401 -> Action.REFRESH;
      case 404, 410, 499 -> inSession ? Action.SESSION_GONE : Action.REJECT;
      case 408, 429 -> Action.RETRY;
      default -> status >= 500 ? Action.RETRY : Action.REJECT;
    };
  }
}
