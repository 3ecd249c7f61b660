package io.github.youtubeupload.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The picture of core's packages in docs/architecture.md, arrow by arrow. */
final class PackageMap {
  private static final Path PAGE = Path.of("..", "docs", "architecture.md");
  private static final Pattern PICTURE =
      Pattern.compile("<!-- map: core -->(.*?)<!-- /map -->", Pattern.DOTALL);
  private static final Pattern ARROW = Pattern.compile("^ +([\\w.]+) --> ([\\w. &]+)$");

  private PackageMap() {}

  static Map<String, Set<String>> read() throws IOException {
    Matcher picture = PICTURE.matcher(Files.readString(PAGE));
    if (!picture.find()) {
      throw new IOException(PAGE + " has no picture between its markers");
    }
    Map<String, Set<String>> arrows = new TreeMap<>();
    for (String line : picture.group(1).split("\n", -1)) {
      Matcher arrow = ARROW.matcher(line);
      if (arrow.matches()) {
        for (String target : arrow.group(2).split(" & ", -1)) {
          arrows.computeIfAbsent(arrow.group(1), p -> new TreeSet<>()).add(target);
        }
      }
    }
    return arrows;
  }

  /** As the picture should be, to be pasted. */
  static String draw(Map<String, Set<String>> arrows) {
    StringBuilder picture = new StringBuilder();
    arrows.forEach(
        (from, to) ->
            picture
                .append("  ")
                .append(from)
                .append(" --> ")
                .append(String.join(" & ", to))
                .append('\n'));
    return picture.toString();
  }
}
