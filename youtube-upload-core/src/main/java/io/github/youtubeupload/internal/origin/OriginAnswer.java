package io.github.youtubeupload.internal.origin;

import io.github.youtubeupload.internal.address.UrlRules;
import io.github.youtubeupload.internal.media.VideoType;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** An answer that is no redirect, with its body still to be read. */
public record OriginAnswer(
    URI url, ResponseHead head, OriginConnection connection, InputStream body)
    implements Closeable {
  public static final int HEAD_BYTES = 1024;

  public int status() {
    return head.status();
  }

  public Optional<String> type() {
    return head.header("Content-Type").map(type -> type.split(";", 2)[0].strip());
  }

  /** For messages: where it came from, the status and the type. */
  public String summary() {
    String reason = head.reason().isBlank() ? "" : " " + VideoType.printable(head.reason());
    String type = VideoType.printable(type().orElse("no type"));
    return UrlRules.printable(url) + " answered " + status() + reason + " (" + type + ")";
  }

  /** Turns an answer without content into a failure, with the first line of its page. */
  public OriginStatusException refusal(Redaction redaction) {
    String page;
    try {
      page = VideoType.firstLine(body.readNBytes(HEAD_BYTES));
    } catch (IOException e) {
      page = "";
    } finally {
      close();
    }
    String said = page.isBlank() ? "" : ": " + page;
    return new OriginStatusException(status(), retryAfter(), redaction.of(summary() + said));
  }

  private Duration retryAfter() {
    String seconds = head.header("Retry-After").orElse("");
    return seconds.matches("[0-9]{1,4}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : Duration.ZERO;
  }

  @Override
  public void close() {
    connection.close();
  }
}
