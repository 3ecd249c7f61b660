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
    "400, GOOGLE, invalidTitle, REJECT, REJECT",
    "400, GOOGLE, uploadLimitExceeded, CHANNEL_LIMIT, CHANNEL_LIMIT",
    "400, GOOGLE, '', REJECT, REJECT",
    "400, NOBODY, '', RETRY, RETRY",
    "400, UNKNOWN, '', RETRY, RETRY",
    "401, GOOGLE, authError, REFRESH, REFRESH",
    "401, NOBODY, '', REFRESH, REFRESH",
    "401, UNKNOWN, '', RETRY, RETRY",
    "401, GOOGLE, youtubeSignupRequired, AUTHORIZE, AUTHORIZE",
    "403, GOOGLE, quotaExceeded, QUOTA_EXHAUSTED, QUOTA_EXHAUSTED",
    "403, GOOGLE, dailyLimitExceeded, QUOTA_EXHAUSTED, QUOTA_EXHAUSTED",
    "403, GOOGLE, rateLimitExceeded, RETRY, RETRY",
    "403, GOOGLE, userRateLimitExceeded, RETRY, RETRY",
    "403, GOOGLE, servingLimitExceeded, RETRY, RETRY",
    "403, GOOGLE, insufficientPermissions, AUTHORIZE, AUTHORIZE",
    "403, GOOGLE, forbidden, REJECT, REJECT",
    "403, GOOGLE, '', REJECT, REJECT",
    "403, GOOGLE, somethingNew, REJECT, REJECT",
    "403, NOBODY, '', RETRY, RETRY",
    "403, UNKNOWN, '', RETRY, RETRY",
    "404, GOOGLE, '', REJECT, SESSION_GONE",
    "404, NOBODY, '', RETRY, SESSION_GONE",
    "410, UNKNOWN, '', RETRY, SESSION_GONE",
    "499, GOOGLE, '', REJECT, SESSION_GONE",
    "407, GOOGLE, '', RETRY, RETRY",
    "407, UNKNOWN, '', RETRY, RETRY",
    "408, NOBODY, '', RETRY, RETRY",
    "429, GOOGLE, rateLimitExceeded, RETRY, RETRY",
    "429, NOBODY, '', RETRY, RETRY",
    "500, GOOGLE, '', RETRY, RETRY",
    "502, GOOGLE, backendError, RETRY, RETRY",
    "503, NOBODY, '', RETRY, RETRY",
    "504, GOOGLE, somethingNew, RETRY, RETRY",
    "511, UNKNOWN, '', RETRY, RETRY",
    "416, GOOGLE, '', REJECT, REJECT",
    "416, NOBODY, '', RETRY, RETRY",
  })
  void decidesByReasonAndThenByStatus(
      int status, Refusal.Speaker speaker, String reason, Action opening, Action session) {
    Refusal refusal = new Refusal(status, speaker, reason, "", false, "", Optional.empty());

    assertThat(FailureTable.action(refusal, false)).isEqualTo(opening);
    assertThat(FailureTable.action(refusal, true)).isEqualTo(session);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`` , NOBODY",
        "` \n` , NOBODY",
        "`Not Found` , UNKNOWN",
        "`<html>Sign in</html>` , UNKNOWN",
        "`{}` , UNKNOWN",
        "`{\"error\":\"invalid_grant\"}` , UNKNOWN",
        "`{\"error\":{}}` , UNKNOWN",
        "`{\"error\":{\"code\":403` , UNKNOWN",
        "`{\"error\":{\"code\":403}}` , GOOGLE",
        "`{\"error\":{\"errors\":[]}}` , GOOGLE",
        "`{\"error\":{\"message\":\"No\"}}` , GOOGLE",
      })
  void tellsGooglesWordFromThatOfAPortal(String body, Refusal.Speaker speaker) {
    assertThat(RefusalParser.parse(403, body, Optional.empty()).speaker()).isEqualTo(speaker);
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
            Optional.of(Duration.ofSeconds(7)));

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
    Refusal refusal = RefusalParser.parse(503, body, Optional.empty());

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
            Optional.empty());

    assertThat(refusal.message()).isEqualTo("You have exceeded your quota.");
  }

  private static void assertDaily(String body) {
    Refusal refusal = RefusalParser.parse(429, body, Optional.empty());

    assertThat(FailureTable.action(refusal, false)).isEqualTo(Action.QUOTA_EXHAUSTED);
  }
}
