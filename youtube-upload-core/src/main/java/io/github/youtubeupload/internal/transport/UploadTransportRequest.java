package io.github.youtubeupload.internal.transport;

import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import io.github.youtubeupload.internal.http.AnswerHead;
import io.github.youtubeupload.internal.http.HeadReader;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/** One exchange: the request goes out, the whole answer comes in, or it fails. */
final class UploadTransportRequest extends LowLevelHttpRequest {
  private static final int LARGE_BYTES = 64 * 1024;

  /** A connection that broke in a write has its answer already, if there is one. */
  private static final int LAST_WORDS_MILLIS = 1000;

  private final UploadTransport transport;
  private final String method;
  private final URL url;
  private final Origin origin;
  private final RequestHead head = new RequestHead();
  private int connectMillis = 20_000;
  private int answerMillis = 20_000;
  private boolean clean = true;
  private @Nullable AnswerHead early;

  UploadTransportRequest(UploadTransport transport, String method, URL url, Origin origin) {
    this.transport = transport;
    this.method = method;
    this.url = url;
    this.origin = origin;
  }

  @Override
  public void addHeader(String name, String value) throws IOException {
    head.add(name, value);
  }

  @Override
  public void setTimeout(int connectTimeout, int readTimeout) {
    connectMillis = connectTimeout;
    answerMillis = readTimeout;
  }

  @Override
  public LowLevelHttpResponse execute() throws IOException {
    addContentHeaders();
    Wire wire = transport.wire(origin, !method.equals("POST"), connectMillis);
    boolean reusable = false;
    try {
      AnswerHead answer = send(wire);
      UploadTransportResponse response = read(wire, answer);
      reusable = clean && response.isKept();
      return response;
    } finally {
      if (reusable) {
        wire.keep();
      } else {
        wire.close();
      }
    }
  }

  private void addContentHeaders() throws IOException {
    if (getStreamingContent() == null) {
      if (method.equals("POST") || method.equals("PUT")) {
        head.add("Content-Length", "0");
      }
      return;
    }
    if (getContentLength() < 0) {
      throw new ProtocolException("A body needs a length");
    }
    head.add("Content-Length", Long.toString(getContentLength()));
    if (getContentType() != null) {
      head.add("Content-Type", getContentType());
    }
    if (getContentEncoding() != null) {
      head.add("Content-Encoding", getContentEncoding());
    }
  }

  /** Sends all there is, and gives the head of an answer that came before the end of it. */
  private @Nullable AnswerHead send(Wire wire) throws IOException {
    RequestBody body =
        new RequestBody(wire.out(), Math.max(0, getContentLength()), () -> listen(wire));
    try {
      wire.out().write(head.bytes(method, url, origin, wire.isThroughProxy()));
      boolean large = getContentLength() > LARGE_BYTES;
      if (large) {
        wire.fillPackets(true);
      }
      if (getStreamingContent() != null) {
        getStreamingContent().writeTo(body);
      }
      body.end();
      if (large) {
        wire.fillPackets(false); // and this sends the last, unfilled one
      }
      return null;
    } catch (IOException e) {
      clean = false;
      if (early != null) {
        return early;
      }
      if (body.isBroken() && !wire.isClosed()) {
        return lastWords(wire, e);
      }
      throw e;
    }
  }

  /** Looks for an answer while the body is going out; only an interim one lets it go on. */
  private void listen(Wire wire) throws IOException {
    while (wire.isAnswering()) {
      clean = false;
      AnswerHead came = within(wire, answerMillis, () -> HeadReader.next(wire.in()));
      if (!came.isInterim()) {
        early = came;
        throw new IOException("The answer came before the body was sent");
      }
      HeadReader.requireExpected(came);
    }
  }

  private static AnswerHead lastWords(Wire wire, IOException failure) throws IOException {
    try {
      return within(wire, LAST_WORDS_MILLIS, () -> HeadReader.last(wire.in()));
    } catch (IOException e) {
      throw failure;
    }
  }

  private UploadTransportResponse read(Wire wire, @Nullable AnswerHead known) throws IOException {
    return within(
        wire,
        answerMillis,
        () -> {
          AnswerHead answer = known == null ? HeadReader.last(wire.in()) : known;
          return UploadTransportResponse.read(answer, wire.in());
        });
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> T within(Wire wire, int millis, Reading<T> reading) throws IOException {
    try (TimeLimit limit = new TimeLimit(millis, wire::close)) {
      try {
        return reading.read();
      } catch (IOException e) {
        throw limit.explain("No whole answer", e);
      }
    }
  }
}
