package io.github.youtubeupload.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureTableTest {

  @ParameterizedTest
  @CsvSource({
    "400, invalidTitle, REJECT, REJECT",
    "400, uploadLimitExceeded, CHANNEL_LIMIT, CHANNEL_LIMIT",
    "400, '', REJECT, REJECT",
    "401, authError, REFRESH, REFRESH",
    "401, '', REFRESH, REFRESH",
    "401, youtubeSignupRequired, AUTHORIZE, AUTHORIZE",
    "403, quotaExceeded, QUOTA_EXHAUSTED, QUOTA_EXHAUSTED",
    "403, dailyLimitExceeded, QUOTA_EXHAUSTED, QUOTA_EXHAUSTED",
    "403, rateLimitExceeded, RETRY, RETRY",
    "403, userRateLimitExceeded, RETRY, RETRY",
    "403, servingLimitExceeded, RETRY, RETRY",
    "403, insufficientPermissions, AUTHORIZE, AUTHORIZE",
    "403, forbidden, REJECT, REJECT",
    "403, '', REJECT, REJECT",
    "403, somethingNew, REJECT, REJECT",
    "404, '', REJECT, SESSION_GONE",
    "410, '', REJECT, SESSION_GONE",
    "499, '', REJECT, SESSION_GONE",
    "408, '', RETRY, RETRY",
    "429, rateLimitExceeded, RETRY, RETRY",
    "429, '', RETRY, RETRY",
    "500, '', RETRY, RETRY",
    "502, backendError, RETRY, RETRY",
    "503, '', RETRY, RETRY",
    "504, somethingNew, RETRY, RETRY",
    "416, '', REJECT, REJECT",
  })
  void decidesByReasonAndThenByStatus(int status, String reason, Action opening, Action session) {
    Refusal refusal = new Refusal(status, reason, "", false, "", Optional.empty());

    assertThat(FailureTable.action(refusal, false)).isEqualTo(opening);
    assertThat(FailureTable.action(refusal, true)).isEqualTo(session);
  }

  @Test
  void knowsTheDailyLimitByItsQuotaUnit() {
    assertDaily(
        """
        {"error":{"code":429,"message":"Resource has been exhausted",
          "errors":[{"domain":"global","reason":"rateLimitExceeded"}],
          "details":[{"@type":"type.googleapis.com/google.rpc.ErrorInfo",
            "metadata":{"quota_unit":"1/d/{project}"}}]}}
        """);
  }

  @Test
  void knowsTheDailyLimitByTheNameOfItsLimit() {
    assertDaily(
        """
        {"error":{"code":429,"errors":[{"reason":"rateLimitExceeded"}],
          "details":[{},{"metadata":{"quota_limit":"defaultVideoInsertPerDayPerProject"}}]}}
        """);
  }

  @Test
  void knowsTheDailyLimitByItsMessage() {
    assertDaily(
        """
        {"error":{"code":429,"errors":[{"reason":"rateLimitExceeded"}],
          "message":"Quota exceeded for quota metric 'Video Uploads' and limit 'Video Uploads per day'"}}
        """);
  }

  @Test
  void takesALimitPerMinuteForPassing() {
    Refusal refusal =
        RefusalParser.parse(
            429,
            """
            {"error":{"code":429,"errors":[{"reason":"rateLimitExceeded"}],
              "message":"Queries per minute","details":[{"metadata":{"quota_unit":"1/min/{project}"}}]}}
            """,
            "7");

    assertThat(FailureTable.action(refusal, false)).isEqualTo(Action.RETRY);
    assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "'<!DOCTYPE html><html>Error 503</html>'",
    "'{'",
    "'[]'",
    "'null'",
    "'{\"error\":\"invalid_grant\"}'",
    "'{\"error\":{\"errors\":{},\"details\":7,\"message\":{}}}'",
    "'{\"error\":{\"errors\":[],\"details\":[null,3,[]]}}'",
  })
  void fallsBackToTheStatusWhenTheBodyMakesNoSense(String body) {
    Refusal refusal = RefusalParser.parse(503, body, "soon");

    assertThat(FailureTable.action(refusal, true)).isEqualTo(Action.RETRY);
    assertThat(refusal.retryAfter()).isEmpty();
    assertThat(refusal.toString()).startsWith("HTTP 503");
  }

  @Test
  void takesTheMarkupOutOfAMessage() {
    Refusal refusal =
        RefusalParser.parse(
            403,
            """
            {"error":{"errors":[{"reason":"quotaExceeded"}],
              "message":"You have exceeded your <a href=\\"/youtube/v3\\">quota</a>."}}
            """,
            null);

    assertThat(refusal.message()).isEqualTo("You have exceeded your quota.");
  }

  private static void assertDaily(String body) {
    Refusal refusal = RefusalParser.parse(429, body, null);

    assertThat(FailureTable.action(refusal, false)).isEqualTo(Action.QUOTA_EXHAUSTED);
  }
}
