package io.github.youtubeupload.internal.transport;

import com.google.api.client.http.LowLevelHttpResponse;
import io.github.youtubeupload.internal.http.AnswerHead;
import io.github.youtubeupload.internal.http.Framing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import org.jspecify.annotations.Nullable;

/** An answer that has come whole; it holds no connection. */
final class UploadTransportResponse extends LowLevelHttpResponse {
  private static final int MAX_BYTES = 4 * 1024 * 1024;

  private final AnswerHead head;
  private final Framing framing;
  private final byte[] body;

  private UploadTransportResponse(AnswerHead head, Framing framing, byte[] body) {
    this.head = head;
    this.framing = framing;
    this.body = body;
  }

  /**
   * Reads the body.
   *
   * @throws IOException if it is not whole, or above 4 MiB: YouTube's answers have some kilobytes
   */
  static UploadTransportResponse read(AnswerHead head, InputStream in) throws IOException {
    Framing framing = Framing.of(head);
    byte[] body = framing.body(in).readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      throw new ProtocolException("The answer is above 4 MiB");
    }
    return new UploadTransportResponse(head, framing, body);
  }

  /** Whether the connection may carry another exchange. */
  boolean isKept() {
    return head.keepsConnection() && framing.kind() != Framing.Kind.CONNECTION;
  }

  @Override
  public InputStream getContent() {
    return new ByteArrayInputStream(body);
  }

  @Override
  public @Nullable String getContentEncoding() {
    return first("Content-Encoding");
  }

  @Override
  public long getContentLength() {
    return body.length;
  }

  @Override
  public @Nullable String getContentType() {
    return first("Content-Type");
  }

  private @Nullable String first(String name) {
    return head.values(name).stream().findFirst().orElse(null);
  }

  @Override
  public String getStatusLine() {
    return "HTTP/1." + head.minorVersion() + " " + head.status() + " " + head.reason();
  }

  @Override
  public int getStatusCode() {
    return head.status();
  }

  @Override
  public String getReasonPhrase() {
    return head.reason();
  }

  @Override
  public int getHeaderCount() {
    return head.fields().size();
  }

  @Override
  public String getHeaderName(int index) {
    return head.fields().get(index).name();
  }

  @Override
  public String getHeaderValue(int index) {
    return head.fields().get(index).value();
  }
}
