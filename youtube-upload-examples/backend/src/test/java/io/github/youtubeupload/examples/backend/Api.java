package io.github.youtubeupload.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.youtubeupload.SecretWatch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A caller of the API, with a token; an empty one means none. */
record Api(int port, String token) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();
  private static final String BOUNDARY = "--test-boundary";

  /** An answer, its body as JSON where it is JSON. */
  record Answer(HttpResponse<String> raw, JsonNode json) {
    int status() {
      return raw.statusCode();
    }

    String text(String name) {
      return json.path(name).asString("");
    }

    String code() {
      return json.path("detail").path("code").asString("");
    }

    String message() {
      return json.path("detail").path("message").asString("");
    }

    String header(String name) {
      return raw.headers().firstValue(name).orElse("");
    }
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer delete(String path) {
    return send(request(path).DELETE());
  }

  Answer post(String path) {
    return send(request(path).POST(BodyPublishers.noBody()));
  }

  Answer postJson(String body) {
    return send(
        request("/api/youtube/upload")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  Answer postFile(Path file, String metadataJson) {
    return postForm(file, "metadata_json", metadataJson);
  }

  Answer postForm(Path file, String field, String value) {
    return postForm(file, String.valueOf(file.getFileName()), field, value);
  }

  /** A file under another name than it has here. */
  Answer postForm(Path file, String fileName, String field, String value) {
    try {
      BodyPublisher body =
          BodyPublishers.concat(
              BodyPublishers.ofString(
                  ("--"
                          + BOUNDARY
                          + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                      + (fileName + "\"\r\nContent-Type: video/mp4\r\n\r\n")),
              BodyPublishers.ofFile(file),
              BodyPublishers.ofString(
                  ("\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
                      + (field + "\"\r\n\r\n" + value + "\r\n--" + BOUNDARY + "--\r\n")));
      return send(
          request("/api/youtube/upload")
              .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
              .POST(body));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Uploads, expects it to be accepted, and gives the id. */
  String upload(Path file) {
    Answer answer = postFile(file, "{\"title\":\"" + file.getFileName() + "\"}");
    assertThat(answer.status()).as(answer.raw().body()).isEqualTo(200);
    return answer.text("upload_id");
  }

  JsonNode status(String id) {
    return get("/api/youtube/status/" + id).json();
  }

  /** Listens until the upload is so; fails if the stream ends first. */
  JsonNode await(String id, Predicate<JsonNode> so) {
    HttpRequest listen = request("/api/youtube/events/" + id).GET().build();
    JsonNode last = JSON.createObjectNode();
    try (Stream<String> lines = HTTP.send(listen, BodyHandlers.ofLines()).body()) {
      for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
        String line = each.next();
        if (line.startsWith("data:")) {
          SecretWatch.read("an event", line);
          last = JSON.readTree(line.substring(5));
          if (so.test(last)) {
            return last;
          }
        }
      }
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("The stream broke after " + last, e);
    }
    throw new AssertionError("The stream ended with " + last);
  }

  /** Asks again until the answer holds this: what is counted is counted after the upload's end. */
  String awaitText(String path, String part) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    String body;
    do {
      body = get(path).raw().body();
    } while (!body.contains(part) && System.nanoTime() < end);
    return body;
  }

  JsonNode awaitStatus(String id, String status) {
    return await(id, view -> view.path("status").asString().equals(status));
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  /** Neither the body nor a header may tell the caller a secret. */
  static void watch(HttpResponse<String> answer) {
    SecretWatch.read("the answer of " + answer.uri(), answer.headers().map() + answer.body());
  }

  static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> raw = HTTP.send(request.build(), BodyHandlers.ofString());
      watch(raw);
      boolean json = raw.headers().firstValue("Content-Type").orElse("").contains("json");
      return new Answer(raw, json ? JSON.readTree(raw.body()) : JSON.createObjectNode());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError("No answer", e);
    }
  }
}
