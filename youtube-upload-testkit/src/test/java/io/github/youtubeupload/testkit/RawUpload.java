package io.github.youtubeupload.testkit;

import io.github.youtubeupload.testkit.RawClient.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The requests of one resumable upload, one by one. */
final class RawUpload {
  static final String TITLED = "{\"snippet\":{\"title\":\"Friends\",\"categoryId\":\"22\"}}";
  static final int BLOCK = 256 * 1024;

  private final FakeYouTube youtube;
  private final byte[] bytes;
  private String token;
  private String target;

  /** An upload whose session is open. */
  RawUpload(FakeYouTube youtube, byte[] bytes) throws IOException {
    this(youtube, bytes, "X-Upload-Content-Length: " + bytes.length);
  }

  /** An upload whose session was opened with one header more. */
  RawUpload(FakeYouTube youtube, byte[] bytes, String header) throws IOException {
    this.youtube = youtube;
    this.bytes = bytes;
    this.token = youtube.accessToken();
    Answer answer = open(youtube, token, "part=snippet,status", TITLED, header);
    target = target(answer);
  }

  static Answer open(FakeYouTube youtube, String token, String query, String json, String header)
      throws IOException {
    String head =
        """
        POST /upload/youtube/v3/videos?uploadType=resumable&%s HTTP/1.1
        Host: localhost
        Authorization: Bearer %s
        Content-Type: application/json
        X-Upload-Content-Type: video/mp4
        %s
        """;
    return RawClient.call(
        youtube, head.formatted(query, token, header), json.getBytes(StandardCharsets.UTF_8));
  }

  static String target(Answer answer) {
    URI location = URI.create(answer.header("Location").orElseThrow());
    return location.getRawPath() + "?" + location.getRawQuery();
  }

  void token(String other) {
    token = other;
  }

  void moveTo(Answer answer) {
    target = target(answer);
  }

  String head(String method, String range) {
    String head = method + " " + target + " HTTP/1.1\nHost: localhost\n";
    return head
        + ("Authorization: Bearer " + token + "\n")
        + (range.isEmpty() ? "" : "Content-Range: bytes " + range + "\n");
  }

  /** A PUT of all without Content-Range. */
  Answer putAll() throws IOException {
    return RawClient.call(youtube, head("PUT", ""), bytes);
  }

  /** A PUT from this offset up to, but without, the other. */
  Answer put(int from, int to) throws IOException {
    return put(from, to, Integer.toString(bytes.length));
  }

  Answer put(int from, int to, String total) throws IOException {
    String range = from + "-" + (to - 1) + "/" + total;
    return RawClient.call(youtube, head("PUT", range), Arrays.copyOfRange(bytes, from, to));
  }

  Answer ask() throws IOException {
    return ask(Integer.toString(bytes.length));
  }

  Answer ask(String total) throws IOException {
    return RawClient.call(youtube, head("PUT", "*/" + total), new byte[0]);
  }

  Answer delete() throws IOException {
    return RawClient.call(youtube, head("DELETE", ""), new byte[0]);
  }
}
