package io.github.youtubeupload.metadata;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * YouTube's rules for metadata, checked before anything is spent. Every violation is reported; what
 * Google's pages leave open passes, for YouTube to judge.
 */
final class MetadataRules {
  private static final int TITLE_CHARACTERS = 100;
  private static final int DESCRIPTION_BYTES = 5000;
  private static final int TAG_CHARACTERS = 500;

  /**
   * The years that are sent as they were given: ISO 8601 has four digits for them, and Google's
   * writer counts the days of earlier ones by the Julian calendar.
   */
  private static final Instant EARLIEST = Instant.parse("1583-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private final List<Violation> violations = new ArrayList<>();

  private MetadataRules() {}

  static List<Violation> violations(VideoMetadata metadata, Instant now) {
    MetadataRules rules = new MetadataRules();
    rules.title("snippet.title", metadata.title());
    rules.description("snippet.description", metadata.description());
    rules.tags(metadata.tags());
    rules.category(metadata.categoryId());
    rules.languages(metadata);
    rules.localizations(metadata);
    rules.publishAt(metadata, now);
    metadata
        .recordingDate()
        .ifPresent(
            at -> rules.time("recordingDetails.recordingDate", "invalidRecordingDetails", at));
    return rules.violations;
  }

  /** How YouTube counts tags: a tag with a space is quoted, and commas stand between tags. */
  static int countedLength(List<String> tags) {
    int length = Math.max(0, tags.size() - 1);
    for (String tag : tags) {
      length += VisibleText.characters(tag) + (tag.contains(" ") ? 2 : 0);
    }
    return length;
  }

  private void title(String field, String title) {
    int length = VisibleText.characters(title);
    if (VisibleText.isEmpty(title)) {
      add(
          field,
          "invalidTitle",
          "a title that can be seen is required, found "
              + VisibleText.quoted(title)
              + "; give 1 to 100 characters");
    } else if (length > TITLE_CHARACTERS) {
      add(field, "invalidTitle", "at most 100 characters, found " + length + "; shorten it");
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
      String found = VisibleText.quoted(tag);
      if (VisibleText.isEmpty(tag)) {
        add("snippet.tags", "invalidTags", "no tag may be empty, found " + found + "; remove it");
      }
      if (tag.indexOf(',') >= 0) {
        add(
            "snippet.tags",
            "invalidTags",
            "commas stand between tags, found " + found + "; split it into tags");
      }
      characters("snippet.tags", "invalidTags", tag, false);
    }
  }

  private void category(String categoryId) {
    if (!categoryId.matches("0{0,8}[1-9][0-9]{0,8}")) {
      add(
          "snippet.categoryId",
          "invalidCategoryId",
          "must be the number of a category, found "
              + VisibleText.quoted(categoryId)
              + "; take one that videoCategories.list names, such as 22");
    }
  }

  private void languages(VideoMetadata metadata) {
    metadata.defaultLanguage().ifPresent(tag -> language("snippet.defaultLanguage", tag));
    Set<String> seen = new HashSet<>();
    for (String tag : metadata.localizations().keySet()) {
      language("localizations", tag);
      if (!seen.add(LanguageTag.normal(tag))) {
        add(
            "localizations",
            "invalidVideoMetadata",
            "one text for each language, found "
                + VisibleText.quoted(tag)
                + " twice, in upper and lower case; remove one");
      }
    }
  }

  private void language(String field, String tag) {
    LanguageTag.fault(tag)
        .ifPresent(
            fault ->
                add(
                    field,
                    "invalidVideoMetadata",
                    "must be a BCP 47 tag, found "
                        + VisibleText.quoted(tag)
                        + ", "
                        + fault
                        + "; write a code such as en, ko or pt-BR"));
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
              String field = "localizations." + VisibleText.shown(language);
              title(field + ".title", text.title());
              description(field + ".description", text.description());
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
          "needs privacy private, found "
              + metadata.privacy().wireName()
              + "; make it private, or leave the time out");
    }
    if (!at.isAfter(now)) {
      add(
          "status.publishAt",
          "invalidPublishAt",
          "must be in the future, found "
              + at
              + " (YouTube would publish at once); take a later time, or leave it out");
    } else {
      time("status.publishAt", "invalidPublishAt", at);
    }
  }

  private void time(String field, String reason, Instant at) {
    if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
      add(field, reason, "must be a time of the years 1583 to 9999, found " + at + "; mend it");
    }
  }

  private void characters(String field, String reason, String text, boolean lineBreaks) {
    ForbiddenCharacter.firstIn(text, lineBreaks)
        .ifPresent(name -> add(field, reason, "YouTube allows no " + name + "; remove it"));
  }

  private void add(String field, String reason, String message) {
    violations.add(new Violation(field, reason, message));
  }
}
