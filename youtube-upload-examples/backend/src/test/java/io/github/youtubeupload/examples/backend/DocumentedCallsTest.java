package io.github.youtubeupload.examples.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the calls of {@code docs/backend.md} as they are written, but for the port. */
class DocumentedCallsTest {
  private static final Path DOCUMENT = Path.of("..", "..", "docs", "backend.md");
  private static final Pattern SCRIPTS = Pattern.compile("(?s)```sh\n(.*?)```");

  @TempDir Path directory;

  @Test
  void theCallsInTheDocumentWork() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "skipped: no curl on this machine");
    List<String> scripts =
        SCRIPTS.matcher(Files.readString(DOCUMENT)).results().map(found -> found.group(1)).toList();
    assertThat(scripts).hasSize(2);

    try (Backend backend = Backend.demo(directory.resolve("state"))) {
      List<JsonNode> calls = run(backend, scripts.get(0));
      JsonNode accepted = calls.get(0);
      assertThat(accepted.propertyNames()).contains("upload_id", "message", "quota_status");
      assertThat(calls.get(1).path("upload_id")).isEqualTo(accepted.path("upload_id"));
      assertThat(calls.get(1).path("title").asString()).isEqualTo("Friends");
      assertThat(calls.get(2).path("daily_limit").asLong()).isEqualTo(100);
      assertThat(calls.get(3).path("status").asString()).isEqualTo("cancelled");

      List<JsonNode> urls = run(backend, scripts.get(1));
      assertThat(urls).hasSize(2);
      for (JsonNode url : urls) {
        String id = url.path("upload_id").asString();
        JsonNode done = backend.api("TOKEN").awaitStatus(id, "completed");
        assertThat(done.path("bytes_total").asLong()).isEqualTo(12_000_000);
      }
    }
  }

  /** The answers, which curl writes one after the other. */
  private List<JsonNode> run(Backend backend, String script)
      throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("bash", "-e", "-c", script.replace(":8000", ":" + backend.port()))
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).isZero();
    JsonMapper json = new JsonMapper();
    return json.readerFor(JsonNode.class).<JsonNode>readValues(output).readAll();
  }
}
