package io.github.youtubeupload.testkit.internal.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.youtubeupload.testkit.internal.refusal.Refusal;
import io.github.youtubeupload.testkit.internal.refusal.Refusals;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What {@code videos.insert} and {@code videos.update} refuse in a video resource. */
public final class MetadataRules {
  private static final int MAX_TITLE = 100;
  private static final int MAX_DESCRIPTION_BYTES = 5000;
  private static final int MAX_TAGS = 500;

  /** Every field that may be set, by part. */
  private static final Map<String, Set<String>> SETTABLE =
      Map.of(
          "snippet", Set.of("title", "description", "tags", "categoryId", "defaultLanguage"),
          "status",
              Set.of(
                  "embeddable",
                  "license",
                  "privacyStatus",
                  "publicStatsViewable",
                  "publishAt",
                  "selfDeclaredMadeForKids",
                  "containsSyntheticMedia"),
          "recordingDetails", Set.of("recordingDate"),
          "localizations", Set.of());

  private static final Set<String> FLAGS =
      Set.of(
          "embeddable", "publicStatsViewable", "selfDeclaredMadeForKids", "containsSyntheticMedia");

  private static final Set<String> CATEGORIES =
      Set.of(
          "1", "2", "10", "15", "17", "19", "20", "22", "23", "24", "25", "26", "27", "28", "29");

  /** What of ISO 8601 is unambiguous: years of four digits, offsets of hours and minutes. */
  private static final Pattern RFC_3339 =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*(Z|[+-]\\d\\d:\\d\\d)");

  private MetadataRules() {}

  /** The first thing wrong with the resource, in YouTube's words. */
  public static Optional<Refusal> check(SentResource video) {
    return fields(video)
        .or(() -> title(video.value("snippet", "title")))
        .or(() -> description(video.value("snippet", "description")))
        .or(() -> tags(video))
        .or(() -> category(video))
        .or(() -> defaultLanguage(video))
        .or(() -> status(video))
        .or(() -> recordingDate(video))
        .or(() -> localizations(video));
  }

  private static Optional<Refusal> fields(SentResource video) {
    for (Map.Entry<String, Object> part : video.root().entrySet()) {
      if (!video.parts().contains(part.getKey())) {
        continue;
      }
      Set<String> known = SETTABLE.get(part.getKey());
      if (known == null || !(part.getValue() instanceof Map<?, ?> fields)) {
        return unknown(part.getKey());
      }
      for (Object field : fields.keySet()) {
        if (!part.getKey().equals("localizations") && !known.contains(field.toString())) {
          return unknown(part.getKey() + "." + field);
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Refusal> unknown(String field) {
    return Optional.of(
        Refusals.badRequest("Invalid JSON payload received. Unknown name \"" + field + "\""));
  }

  private static Optional<Refusal> title(Optional<Object> title) {
    String text = title.filter(String.class::isInstance).map(Object::toString).orElse("");
    boolean good =
        Texts.isVisible(text) && Texts.length(text) <= MAX_TITLE && Texts.isPlain(text, "");
    return refuseUnless(
        good, "invalidTitle", "The request metadata specifies an invalid or empty video title.");
  }

  private static Optional<Refusal> description(Optional<Object> description) {
    Object value = description.orElse("");
    boolean good =
        value instanceof String text
            && text.getBytes(UTF_8).length <= MAX_DESCRIPTION_BYTES
            && Texts.isPlain(text, "\n\r\t");
    return refuseUnless(
        good, "invalidDescription", "The request metadata specifies an invalid video description.");
  }

  private static Optional<Refusal> tags(SentResource video) {
    Object value = video.value("snippet", "tags").orElse(List.of());
    boolean good =
        value instanceof List<?> tags
            && tags.stream().allMatch(MetadataRules::isTag)
            && countTags(video.tags()) <= MAX_TAGS;
    return refuseUnless(
        good, "invalidTags", "The request metadata specifies invalid video keywords.");
  }

  private static boolean isTag(Object tag) {
    return tag instanceof String text
        && Texts.isVisible(text)
        && Texts.isPlain(text, "")
        && text.indexOf(',') < 0;
  }

  /** As YouTube counts: a tag with a space is quoted, and commas stand between tags. */
  private static int countTags(List<String> tags) {
    int count = Math.max(0, tags.size() - 1);
    for (String tag : tags) {
      count += Texts.length(tag) + (tag.contains(" ") ? 2 : 0);
    }
    return count;
  }

  private static Optional<Refusal> category(SentResource video) {
    Optional<Object> category = video.value("snippet", "categoryId");
    return refuseUnless(
        category.isEmpty() || CATEGORIES.contains(category.get().toString()),
        "invalidCategoryId",
        "The <code>snippet.categoryId</code> property specifies an invalid category ID.");
  }

  private static Optional<Refusal> defaultLanguage(SentResource video) {
    return refuseUnless(
        video.value("snippet", "defaultLanguage").map(Languages::isCode).orElse(true),
        "invalidVideoMetadata",
        "The request metadata specifies an invalid default language.");
  }

  private static Optional<Refusal> status(SentResource video) {
    String privacy = video.privacyStatus();
    Optional<Object> publishAt = video.value("status", "publishAt");
    String license = video.text("status", "license");
    boolean flags =
        FLAGS.stream().allMatch(f -> video.value("status", f).orElse(true) instanceof Boolean);
    if (!flags || !Set.of("", "youtube", "creativeCommon").contains(license)) {
      return refuseUnless(false, "invalidVideoMetadata", "The request metadata is invalid.");
    } else if (!Set.of("public", "unlisted", "private").contains(privacy)) {
      return Optional.of(
          Refusals.badRequest("Invalid value at 'status.privacyStatus': \"" + privacy + "\""));
    }
    return refuseUnless(
        publishAt.isEmpty() || (privacy.equals("private") && isTime(publishAt.get())),
        "invalidPublishAt",
        "The request metadata specifies an invalid scheduled publishing time.");
  }

  private static Optional<Refusal> recordingDate(SentResource video) {
    Optional<Object> date = video.value("recordingDetails", "recordingDate");
    return refuseUnless(
        date.isEmpty() || isTime(date.get()),
        "invalidRecordingDetails",
        "The <code>recordingDetails</code> object in the API request specifies invalid recording"
            + " details.");
  }

  private static Optional<Refusal> localizations(SentResource video) {
    Map<String, Object> localizations = video.object("localizations");
    if (!localizations.isEmpty() && video.text("snippet", "defaultLanguage").isEmpty()) {
      return refuseUnless(
          false,
          "defaultLanguageNotSet",
          "The API request is trying to add localized video details without specifying the default"
              + " language of the video details.");
    }
    Set<String> seen = new HashSet<>();
    for (Map.Entry<String, Object> entry : localizations.entrySet()) {
      String language = entry.getKey();
      if (!Languages.isCode(language) || !seen.add(language.toLowerCase(Locale.ROOT))) {
        return refuseUnless(
            false, "invalidVideoMetadata", "The request metadata specifies an invalid language.");
      }
      if (!(entry.getValue() instanceof Map<?, ?> fields)
          || !Set.of("title", "description").containsAll(fields.keySet())) {
        return unknown("localizations");
      }
      Optional<Refusal> wrong =
          title(Optional.ofNullable(fields.get("title")))
              .or(() -> description(Optional.ofNullable(fields.get("description"))));
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  private static boolean isTime(Object value) {
    try {
      OffsetDateTime.parse(value.toString());
      return RFC_3339.matcher(value.toString()).matches();
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static Optional<Refusal> refuseUnless(boolean good, String reason, String message) {
    return good ? Optional.empty() : Optional.of(Refusals.video(reason, message));
  }
}
