package io.github.youtubeupload.internal.transport;

import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;

/**
 * One exchange. A body always has a declared length and is streamed: {@code HttpURLConnection}
 * silently repeats a buffered POST whose answer was lost, and here that would open a second
 * session.
 */
final class UploadTransportRequest extends LowLevelHttpRequest {
  private static final int LARGE_BYTES = 64 * 1024;

  private final HttpURLConnection connection;
  private final TrackedSockets sockets;
  private final Gate gate;

  UploadTransportRequest(HttpURLConnection connection, TrackedSockets sockets, Gate gate) {
    this.connection = connection;
    this.sockets = sockets;
    this.gate = gate;
  }

  /** Fails when the exchange must not go on. */
  interface Gate {
    void check() throws IOException;
  }

  @Override
  public void addHeader(String name, String value) {
    connection.addRequestProperty(name, value);
  }

  @Override
  public void setTimeout(int connectTimeout, int readTimeout) {
    connection.setConnectTimeout(connectTimeout);
    connection.setReadTimeout(readTimeout);
  }

  @Override
  public LowLevelHttpResponse execute() throws IOException {
    boolean answered = false;
    try {
      if (getStreamingContent() != null) {
        send();
      }
      gate.check();
      LowLevelHttpResponse response = UploadTransportResponse.read(connection);
      answered = true;
      return response;
    } finally {
      if (!answered) {
        connection.disconnect();
      }
    }
  }

  private void send() throws IOException {
    if (getContentLength() < 0) {
      throw new IOException("A body needs a length");
    }
    if (getContentType() != null) {
      connection.setRequestProperty("Content-Type", getContentType());
    }
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(getContentLength());
    OutputStream out = connection.getOutputStream();
    boolean large = getContentLength() > LARGE_BYTES;
    if (large) {
      sockets.fillPackets(true);
    }
    getStreamingContent().writeTo(out);
    out.close();
    if (large) {
      sockets.fillPackets(false);
    }
  }
}
