package io.github.youtubeupload.metadata;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is said about a video: every field that YouTube lets an upload set. Immutable.
 *
 * <p>Nothing is ever cut or changed. The client asks for {@link #violations} before an upload costs
 * anything; a program that renders for an hour first can ask before that.
 */
public final class VideoMetadata {
  private final Builder values;

  private VideoMetadata(Builder values) {
    this.values = values;
  }

  /** Starts with nothing but the defaults: private, category 22 (People and Blogs). */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * What breaks YouTube's rules; all of it, and empty if nothing does. Costs nothing.
   *
   * @param now the time of the upload, which {@link #publishAt} must not be behind
   */
  public List<Violation> violations(Instant now) {
    return MetadataRules.violations(this, now);
  }

  /** The title. */
  public String title() {
    return values.title;
  }

  /** The description, empty if none was given. */
  public String description() {
    return values.description;
  }

  /** The tags in their order. */
  public List<String> tags() {
    return values.tags;
  }

  /** The id of the category. */
  public String categoryId() {
    return values.categoryId;
  }

  /** The language of title and description, as a BCP 47 code. */
  public Optional<String> defaultLanguage() {
    return Optional.ofNullable(values.defaultLanguage);
  }

  /** Title and description in further languages, by BCP 47 code. */
  public Map<String, Localization> localizations() {
    return values.localizations;
  }

  /** Who can watch. */
  public Privacy privacy() {
    return values.privacy;
  }

  /** When a private video becomes public. */
  public Optional<Instant> publishAt() {
    return Optional.ofNullable(values.publishAt);
  }

  /** The licence. */
  public Optional<License> license() {
    return Optional.ofNullable(values.license);
  }

  /** Whether other sites may embed the video. */
  public Optional<Boolean> embeddable() {
    return Optional.ofNullable(values.embeddable);
  }

  /** Whether everybody sees the statistics. */
  public Optional<Boolean> publicStatsViewable() {
    return Optional.ofNullable(values.publicStatsViewable);
  }

  /** Whether the video is made for children. */
  public Optional<Boolean> madeForKids() {
    return Optional.ofNullable(values.madeForKids);
  }

  /** Whether it shows realistic content that was altered or generated. */
  public Optional<Boolean> containsSyntheticMedia() {
    return Optional.ofNullable(values.containsSyntheticMedia);
  }

  /** When the video was recorded. */
  public Optional<Instant> recordingDate() {
    return Optional.ofNullable(values.recordingDate);
  }

  /** Collects the fields. Not thread-safe. */
  public static final class Builder {
    private String title = "";
    private String description = "";
    private List<String> tags = List.of();
    private String categoryId = "22";
    private @Nullable String defaultLanguage;
    private Map<String, Localization> localizations = new LinkedHashMap<>();
    private Privacy privacy = Privacy.PRIVATE;
    private @Nullable Instant publishAt;
    private @Nullable License license;
    private @Nullable Boolean embeddable;
    private @Nullable Boolean publicStatsViewable;
    private @Nullable Boolean madeForKids;
    private @Nullable Boolean containsSyntheticMedia;
    private @Nullable Instant recordingDate;

    private Builder() {}

    private Builder(Builder other) {
      this.title = other.title;
      this.description = other.description;
      this.tags = List.copyOf(other.tags);
      this.categoryId = other.categoryId;
      this.defaultLanguage = other.defaultLanguage;
      this.localizations = new LinkedHashMap<>(other.localizations);
      this.privacy = other.privacy;
      this.publishAt = other.publishAt;
      this.license = other.license;
      this.embeddable = other.embeddable;
      this.publicStatsViewable = other.publicStatsViewable;
      this.madeForKids = other.madeForKids;
      this.containsSyntheticMedia = other.containsSyntheticMedia;
      this.recordingDate = other.recordingDate;
    }

    /**
     * Required: 1 to 100 characters, of which one can be seen, without {@code <}, {@code >} and
     * control characters.
     */
    public Builder title(String value) {
      this.title = requireNonNull(value, "title");
      return this;
    }

    /** At most 5000 bytes of UTF-8, without {@code <} and {@code >}. */
    public Builder description(String value) {
      this.description = requireNonNull(value, "description");
      return this;
    }

    /** 500 characters in all, as YouTube counts them: quotes around spaces and commas included. */
    public Builder tags(List<String> value) {
      this.tags = List.copyOf(value);
      return this;
    }

    /** Tags, one by one. */
    public Builder tags(String... value) {
      return tags(List.of(value));
    }

    /** The number of a category that {@code videoCategories.list} names, "22" if not set. */
    public Builder categoryId(String value) {
      this.categoryId = requireNonNull(value, "categoryId");
      return this;
    }

    /** A BCP 47 code such as {@code ko} or {@code pt-BR}; needed for localizations. */
    public Builder defaultLanguage(String value) {
      this.defaultLanguage = requireNonNull(value, "defaultLanguage");
      return this;
    }

    /** Adds title and description in another language, by BCP 47 code; one text each. */
    public Builder localization(String language, Localization value) {
      localizations.put(requireNonNull(language, "language"), requireNonNull(value, "value"));
      return this;
    }

    /** {@link Privacy#PRIVATE} if not set: YouTube would make it public. */
    public Builder privacy(Privacy value) {
      this.privacy = requireNonNull(value, "privacy");
      return this;
    }

    /** When the video becomes public; needs {@link Privacy#PRIVATE} and a time in the future. */
    public Builder publishAt(Instant value) {
      this.publishAt = requireNonNull(value, "publishAt");
      return this;
    }

    /** YouTube's standard licence if not set. */
    public Builder license(License value) {
      this.license = requireNonNull(value, "license");
      return this;
    }

    /** The channel's default if not set. */
    public Builder embeddable(boolean value) {
      this.embeddable = value;
      return this;
    }

    /** The channel's default if not set. */
    public Builder publicStatsViewable(boolean value) {
      this.publicStatsViewable = value;
      return this;
    }

    /** YouTube asks every uploader to say this; left unset, the channel's default holds. */
    public Builder madeForKids(boolean value) {
      this.madeForKids = value;
      return this;
    }

    /** YouTube asks for this when realistic content was altered or generated. */
    public Builder containsSyntheticMedia(boolean value) {
      this.containsSyntheticMedia = value;
      return this;
    }

    /** When the video was recorded: a time of the years 1583 to 9999. */
    public Builder recordingDate(Instant value) {
      this.recordingDate = requireNonNull(value, "recordingDate");
      return this;
    }

    /** Never fails; the values are checked when they are used. */
    public VideoMetadata build() {
      return new VideoMetadata(new Builder(this));
    }
  }
}
