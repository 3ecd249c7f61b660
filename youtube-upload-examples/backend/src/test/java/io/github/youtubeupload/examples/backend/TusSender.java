package io.github.youtubeupload.examples.backend;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;
import tools.jackson.databind.JsonNode;

/** Sends a file by tus, as far as the test lets it. */
record TusSender(Api api) {
  static final String ADDRESS = "/api/youtube/resumable";

  Api.Answer announce(long length, String metadata) {
    return Api.send(
        tus(ADDRESS)
            .header("Upload-Length", Long.toString(length))
            .header("Upload-Metadata", metadata)
            .POST(BodyPublishers.noBody()));
  }

  Api.Answer announce(long length, String fileName, String metadataJson) {
    return announce(
        length, "filename " + base64(fileName) + ",metadata_json " + base64(metadataJson));
  }

  /** Expects it to be taken, and gives where to send it to. */
  String location(long length, String title) {
    Api.Answer answer = announce(length, title + ".mp4", "{\"title\":\"" + title + "\"}");
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
    return answer.header("Location");
  }

  Api.Answer offset(String location) {
    return Api.send(tus(location).method("HEAD", BodyPublishers.noBody()));
  }

  Api.Answer send(String location, byte[] content, int from, int to) {
    return Api.send(
        tus(location)
            .header("Upload-Offset", Integer.toString(from))
            .header("Content-Type", "application/offset+octet-stream")
            .method("PATCH", BodyPublishers.ofByteArray(Arrays.copyOfRange(content, from, to))));
  }

  /** All of it from the start, without saying how much that is. */
  Api.Answer sendChunked(String location, byte[] content) {
    return Api.send(
        tus(location)
            .header("Upload-Offset", "0")
            .header("Content-Type", "application/offset+octet-stream")
            .method(
                "PATCH", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content))));
  }

  Api.Answer delete(String location) {
    return Api.send(tus(location).DELETE());
  }

  /** Announces all of the rest, sends some of it, and leaves the connection open. */
  Socket sendSome(String location, byte[] content, int from, int to) throws IOException {
    Socket socket = new Socket(InetAddress.getByName("localhost"), api.port());
    String head =
        String.join(
            "\r\n",
            "PATCH " + location + " HTTP/1.1",
            "Host: localhost",
            "Authorization: Bearer " + api.token(),
            "Tus-Resumable: 1.0.0",
            "Upload-Offset: " + from,
            "Content-Type: application/offset+octet-stream",
            "Content-Length: " + (content.length - from),
            "",
            "");
    OutputStream out = socket.getOutputStream();
    out.write(head.getBytes(ISO_8859_1));
    out.write(content, from, to - from);
    out.flush();
    return socket;
  }

  /** Waits until so much has arrived, and gives it. */
  long awaitReceived(String location, LongPredicate enough) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    long received;
    do {
      LockSupport.parkNanos(5_000_000);
      received = part(location).path("bytes_received").asLong(-1);
    } while (!enough.test(received) && System.nanoTime() < end);
    assertThat(enough.test(received)).as("received " + received).isTrue();
    return received;
  }

  /** A connection that broke is noticed in its own time. */
  void awaitFree(String location) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (part(location).path("receiving").asBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(5_000_000);
    }
    assertThat(part(location).path("receiving").asBoolean()).isFalse();
  }

  /** The upload that the file has become; what stops is told, and not waited for. */
  void awaitCompleted(String location) {
    JsonNode ended =
        api.await(
            id(location),
            view -> view.path("status").asString().matches("completed|failed|suspended|unknown"));
    assertThat(ended.path("status").asString()).as(ended.toString()).isEqualTo("completed");
  }

  JsonNode part(String location) {
    for (JsonNode part : api.get(ADDRESS).json()) {
      if (part.path("location").asString().equals(location)) {
        return part;
      }
    }
    return api.get("/nothing").json().path("missing");
  }

  static String id(String location) {
    return location.substring(location.lastIndexOf('/') + 1);
  }

  static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }

  private HttpRequest.Builder tus(String path) {
    return api.request(path).header("Tus-Resumable", "1.0.0");
  }
}
