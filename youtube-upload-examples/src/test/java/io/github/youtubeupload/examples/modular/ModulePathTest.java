package io.github.youtubeupload.examples.modular;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One program, src/modular/consumer, uploads a file from the module path and from the class path,
 * each in a JVM of its own.
 */
class ModulePathTest {
  private static final Path SOURCES = Path.of("src", "modular");
  private static final String MAIN = "com.example.consumer.UploadOneFile";

  @TempDir private Path folder;

  @Test
  void uploadsFromTheModulePath() throws Exception {
    Path classes = compiled("--module-path", libraries());

    assertThat(
            java(
                "--module-path",
                libraries() + File.pathSeparator + classes,
                "--module",
                "com.example.consumer/" + MAIN))
        .contains("module=io.github.youtubeupload ", "videos=1 same=true sha256=" + sha256());
  }

  @Test
  void uploadsFromTheClassPath() throws Exception {
    Path classes = compiled("--class-path", libraries());

    assertThat(java("--class-path", libraries() + File.pathSeparator + classes, MAIN))
        .contains("module=null ", "videos=1 same=true sha256=" + sha256());
  }

  @Test
  void exportsNothingInternal() throws IOException {
    StringWriter words = new StringWriter();

    int exit = javac(words, "trespasser", "--module-path", libraries());

    assertThat(exit).isNotZero();
    assertThat(words.toString())
        .contains(
            "package io.github.youtubeupload.internal.protocol is declared in module"
                + " io.github.youtubeupload, which does not export it");
  }

  private Path compiled(String... path) throws IOException {
    StringWriter words = new StringWriter();
    boolean modular = path[0].equals("--module-path");
    assertThat(javac(words, modular ? "consumer" : "consumer/com", path)).as("%s", words).isZero();
    return folder.resolve("classes");
  }

  private int javac(StringWriter words, String sources, String... path) throws IOException {
    // else javac, which runs in this JVM, would take this JVM's class path
    List<String> arguments = new ArrayList<>(List.of("--class-path", folder.toString()));
    arguments.addAll(List.of(path));
    arguments.addAll(List.of("-d", folder.resolve("classes").toString()));
    try (Stream<Path> files = Files.walk(SOURCES.resolve(sources))) {
      files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
    }
    PrintWriter out = new PrintWriter(words);
    return ToolProvider.findFirst("javac")
        .orElseThrow()
        .run(out, out, arguments.toArray(String[]::new));
  }

  private String java(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m"));
    command.addAll(List.of(arguments));
    command.add(video().toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as("%s", output).isZero();
    return output;
  }

  private Path video() throws IOException {
    return Files.write(folder.resolve("video.mp4"), new byte[100_000]);
  }

  private static String sha256() throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(new byte[100_000]));
  }

  /** What Maven gives this module, without its own classes. */
  private static String libraries() {
    Path own = Path.of("target").toAbsolutePath();
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).toAbsolutePath().startsWith(own))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
