package io.github.youtubeupload.examples.backend.upload;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of the library for people who need not know where this service keeps its files. */
final class FailureTexts {
  private static final Pattern DIRECTORIES = Pattern.compile("(/[^/\\s:]+)+/(?=[^/\\s]+)");
  private static final Pattern PREFIX = Pattern.compile("^Upload [0-9a-f-]{36}: ");

  private FailureTexts() {}

  static String withoutPaths(String text, Path file) {
    String directory = String.valueOf(file.toAbsolutePath().getParent());
    return text.replaceAll(Pattern.quote(directory) + "[/\\\\]?", Matcher.quoteReplacement(""));
  }

  static String shown(String failure) {
    String bare = PREFIX.matcher(failure).replaceFirst("");
    return bare.contains("://") ? bare : DIRECTORIES.matcher(bare).replaceAll("");
  }
}
