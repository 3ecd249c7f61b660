package io.github.youtubeupload.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/** Opens a session for those who know nothing of the protocol. */
final class Opening {
  private static final String METADATA =
      "{\"snippet\":{\"title\":\"Benchmark\",\"categoryId\":\"22\"},"
          + "\"status\":{\"privacyStatus\":\"private\"}}";

  private Opening() {}

  static URI session(Target target, SSLSocketFactory tls, long bytes) throws IOException {
    URL url = target.opening().toURL();
    HttpsURLConnection connection = (HttpsURLConnection) url.openConnection();
    connection.setSSLSocketFactory(tls);
    connection.setRequestMethod("POST");
    connection.setRequestProperty("Authorization", "Bearer " + target.token());
    connection.setRequestProperty("Content-Type", "application/json; charset=UTF-8");
    connection.setRequestProperty("X-Upload-Content-Type", "video/mp4");
    connection.setRequestProperty("X-Upload-Content-Length", String.valueOf(bytes));
    connection.setDoOutput(true);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(METADATA.getBytes(StandardCharsets.UTF_8));
    }
    if (connection.getResponseCode() != 200) {
      throw new IOException("No session: " + connection.getResponseCode());
    }
    return URI.create(connection.getHeaderField("Location"));
  }
}
