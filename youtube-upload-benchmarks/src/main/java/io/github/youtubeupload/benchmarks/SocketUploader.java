package io.github.youtubeupload.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLSocketFactory;

/** The floor: no client at all, a loop from a file to a TLS socket. */
final class SocketUploader implements Uploader {
  private static final int BUFFER_BYTES = 128 * 1024;

  private final Target target;
  private final SSLSocketFactory tls;

  SocketUploader(Target target, Tls tls) throws IOException {
    this.target = target;
    this.tls = tls.trusting(target.certificate()).getSocketFactory();
  }

  @Override
  public void upload(Path video) throws IOException {
    long size = Files.size(video);
    URI session = Opening.session(target, tls, size);
    try (Socket socket = tls.createSocket(session.getHost(), session.getPort());
        InputStream in = Files.newInputStream(video)) {
      OutputStream out = socket.getOutputStream();
      out.write(head(session, size).getBytes(StandardCharsets.US_ASCII));
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
      }
      byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 2".length());
      if (!new String(status, StandardCharsets.US_ASCII).equals("HTTP/1.1 2")) {
        throw new IOException("No video");
      }
    }
  }

  private String head(URI session, long size) {
    return "PUT %s?%s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n"
            .formatted(
                session.getRawPath(),
                session.getRawQuery(),
                session.getRawAuthority(),
                target.token())
        + "Content-Type: video/mp4\r\nContent-Length: "
        + size
        + "\r\nConnection: close\r\n\r\n";
  }
}
