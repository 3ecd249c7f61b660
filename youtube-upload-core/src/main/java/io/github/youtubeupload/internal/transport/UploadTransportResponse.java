package io.github.youtubeupload.internal.transport;

import com.google.api.client.http.LowLevelHttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import org.jspecify.annotations.Nullable;

final class UploadTransportResponse extends LowLevelHttpResponse {
  private final HttpURLConnection connection;
  private final int status;
  private final @Nullable InputStream content;

  private UploadTransportResponse(
      HttpURLConnection connection, int status, @Nullable InputStream content) {
    this.connection = connection;
    this.status = status;
    this.content = content;
  }

  static UploadTransportResponse read(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    if (status < 0) {
      throw new IOException("The answer was not HTTP");
    }
    return new UploadTransportResponse(connection, status, body(connection, status));
  }

  /** The body of a refusal stands in another stream, and that of a 401 is lost while streaming. */
  private static @Nullable InputStream body(HttpURLConnection connection, int status)
      throws IOException {
    return status < HttpURLConnection.HTTP_BAD_REQUEST
        ? connection.getInputStream()
        : connection.getErrorStream();
  }

  @Override
  public @Nullable InputStream getContent() {
    return content;
  }

  @Override
  public @Nullable String getContentEncoding() {
    return connection.getContentEncoding();
  }

  @Override
  public long getContentLength() {
    return connection.getContentLengthLong();
  }

  @Override
  public @Nullable String getContentType() {
    return connection.getContentType();
  }

  @Override
  public @Nullable String getStatusLine() {
    return connection.getHeaderField(0);
  }

  @Override
  public int getStatusCode() {
    return status;
  }

  @Override
  public @Nullable String getReasonPhrase() throws IOException {
    return connection.getResponseMessage();
  }

  @Override
  public int getHeaderCount() {
    int count = 0;
    while (connection.getHeaderField(count + 1) != null) {
      count++;
    }
    return count;
  }

  @Override
  public String getHeaderName(int index) {
    return connection.getHeaderFieldKey(index + 1);
  }

  @Override
  public String getHeaderValue(int index) {
    return connection.getHeaderField(index + 1);
  }

  @Override
  public void disconnect() {
    connection.disconnect();
  }
}
