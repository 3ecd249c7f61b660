package io.github.youtubeupload.metadata;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** YouTube's rules for metadata, checked before anything is spent. Every violation is reported. */
final class MetadataRules {
  private static final int TITLE_CHARACTERS = 100;
  private static final int DESCRIPTION_BYTES = 5000;
  private static final int TAG_CHARACTERS = 500;

  private final List<Violation> violations = new ArrayList<>();

  private MetadataRules() {}

  static List<Violation> violations(VideoMetadata metadata, Instant now) {
    MetadataRules rules = new MetadataRules();
    rules.title("snippet.title", metadata.title());
    rules.description("snippet.description", metadata.description());
    rules.tags(metadata.tags());
    rules.category(metadata.categoryId());
    rules.localizations(metadata);
    rules.publishAt(metadata, now);
    return rules.violations;
  }

  /** How YouTube counts tags: a tag with a space is quoted, and commas stand between tags. */
  static int countedLength(List<String> tags) {
    int length = Math.max(0, tags.size() - 1);
    for (String tag : tags) {
      length += characters(tag) + (tag.contains(" ") ? 2 : 0);
    }
    return length;
  }

  private void title(String field, String title) {
    if (title.isBlank()) {
      add(field, "invalidTitle", "a title is required; give 1 to 100 characters");
    } else if (characters(title) > TITLE_CHARACTERS) {
      add(
          field,
          "invalidTitle",
          "at most 100 characters, found " + characters(title) + "; shorten it");
    }
    characters(field, "invalidTitle", title, false);
  }

  private void description(String field, String description) {
    int bytes = description.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > DESCRIPTION_BYTES) {
      add(
          field,
          "invalidDescription",
          "at most 5000 bytes of UTF-8, found " + bytes + "; shorten it");
    }
    characters(field, "invalidDescription", description, true);
  }

  private void tags(List<String> tags) {
    int length = countedLength(tags);
    if (length > TAG_CHARACTERS) {
      add(
          "snippet.tags",
          "invalidTags",
          "at most 500 characters, found "
              + length
              + " (2 more for each tag with a space, 1 for each comma between tags); remove some");
    }
    for (String tag : tags) {
      if (tag.isBlank()) {
        add("snippet.tags", "invalidTags", "a tag is empty; remove it");
      }
      if (tag.indexOf(',') >= 0) {
        add("snippet.tags", "invalidTags", "\"" + tag + "\" holds a comma; split it into tags");
      }
      characters("snippet.tags", "invalidTags", tag, false);
    }
  }

  private void category(String categoryId) {
    if (!categoryId.matches("[0-9]{1,9}")) {
      add(
          "snippet.categoryId",
          "invalidCategoryId",
          "must be the number of a category such as 22, found \"" + categoryId + "\"");
    }
  }

  private void localizations(VideoMetadata metadata) {
    if (!metadata.localizations().isEmpty() && metadata.defaultLanguage().isEmpty()) {
      add(
          "snippet.defaultLanguage",
          "defaultLanguageNotSet",
          "localizations need it; say which language title and description are in");
    }
    metadata
        .localizations()
        .forEach(
            (language, text) -> {
              title("localizations." + language + ".title", text.title());
              description("localizations." + language + ".description", text.description());
            });
  }

  private void publishAt(VideoMetadata metadata, Instant now) {
    if (metadata.publishAt().isEmpty()) {
      return;
    }
    Instant at = metadata.publishAt().get();
    if (metadata.privacy() != Privacy.PRIVATE) {
      add(
          "status.publishAt",
          "invalidPublishAt",
          "needs privacy private, found " + metadata.privacy().wireName());
    }
    if (!at.isAfter(now)) {
      add(
          "status.publishAt",
          "invalidPublishAt",
          "must be in the future, found " + at + " (YouTube would publish at once)");
    }
  }

  private void characters(String field, String reason, String text, boolean lineBreaks) {
    text.codePoints()
        .filter(c -> isForbidden(c, lineBreaks))
        .findFirst()
        .ifPresent(c -> add(field, reason, "YouTube allows no " + nameOf(c) + "; remove it"));
  }

  private static boolean isForbidden(int c, boolean lineBreaks) {
    if (lineBreaks && (c == '\n' || c == '\r' || c == '\t')) {
      return false;
    }
    return c == '<' || c == '>' || Character.getType(c) == Character.CONTROL || isSurrogate(c);
  }

  private static boolean isSurrogate(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  private static String nameOf(int c) {
    if (c == '<' || c == '>') {
      return "'" + (char) c + "'";
    }
    return (isSurrogate(c) ? "half a character" : "control character") + " (U+%04X)".formatted(c);
  }

  private static int characters(String text) {
    return text.codePointCount(0, text.length());
  }

  private void add(String field, String reason, String message) {
    violations.add(new Violation(field, reason, message));
  }
}
