package io.github.youtubeupload.testkit;

import io.github.youtubeupload.testkit.internal.json.Json;

/** Writes an {@link Fault.Answer} as the calls that make it. */
final class AnswerAsJava {
  private AnswerAsJava() {}

  static String of(Fault.Answer answer) {
    if (sameText(answer, Fault.dailyQuota429())) {
      return "dailyQuota429()" + differences(answer, Fault.dailyQuota429());
    } else if (sameText(answer, Fault.quota403())) {
      return "quota403()" + differences(answer, Fault.quota403());
    } else if (sameText(answer, Fault.transient429())) {
      return "transient429()" + differences(answer, Fault.transient429());
    } else if (sameText(answer, Fault.htmlBody(answer.status()))) {
      return "htmlBody("
          + answer.status()
          + ")"
          + differences(answer, Fault.htmlBody(answer.status()));
    } else if (sameText(answer, Fault.emptyBody(answer.status()))) {
      return "emptyBody("
          + answer.status()
          + ")"
          + differences(answer, Fault.emptyBody(answer.status()));
    }
    Fault.Answer plain = Fault.status(answer.status());
    return "status(" + answer.status() + ")" + differences(answer, plain);
  }

  private static boolean sameText(Fault.Answer a, Fault.Answer b) {
    return a.status() == b.status()
        && a.contentType().equals(b.contentType())
        && a.body().equals(b.body());
  }

  private static String differences(Fault.Answer answer, Fault.Answer base) {
    StringBuilder calls = new StringBuilder();
    if (!sameText(answer, base)) {
      calls.append(".body(").append(Json.write(answer.contentType())).append(", ");
      calls.append(Json.write(answer.body())).append(')');
    }
    if (answer.retryAfterSeconds() >= 0) {
      calls.append(".retryAfter(").append(answer.retryAfterSeconds()).append("L)");
    }
    if (answer.when() != base.when()) {
      calls.append(
          answer.when() == AnswerTiming.AFTER_BODY ? ".afterBody()" : ".afterProcessing()");
    }
    return calls.toString();
  }
}
