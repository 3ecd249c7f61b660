package io.github.youtubeupload.quota;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Which bucket each call is charged to, how much, and how much each bucket holds a day: of one
 * Google Cloud project. Immutable.
 *
 * <p>The limits belong to the project and can be raised by an audit, so they are settings and not
 * constants; the presets are what a new project gets.
 */
public final class QuotaPolicy {
  /** The bucket of uploads: since 2026-06-01 a bucket of its own. */
  public static final String UPLOADS = "uploads";

  /** The bucket of everything else. */
  public static final String GENERAL = "general";

  /** The variable with the daily limit of the bucket that pays for uploads. */
  public static final String LIMIT_VARIABLE = "YOUTUBE_QUOTA_LIMIT";

  /** The variable with the cost of an upload. */
  public static final String COST_VARIABLE = "YOUTUBE_UPLOAD_COST";

  private final Map<ApiCall, Charge> charges;
  private final Map<String, Long> limits;

  /**
   * What one call costs.
   *
   * @param bucket the bucket that pays
   * @param units how many, 1 or more
   */
  public record Charge(String bucket, long units) {
    public Charge {
      Objects.requireNonNull(bucket, "bucket");
      if (units < 1) {
        throw new IllegalArgumentException("units must be 1 or more, was " + units);
      }
    }
  }

  private QuotaPolicy(Map<ApiCall, Charge> charges, Map<String, Long> limits) {
    this.charges = charges;
    this.limits = limits;
  }

  /**
   * Google's rule since 2026-06-01: 100 uploads a day in their own bucket, 10,000 units for the
   * rest (source: Google's page on quota costs).
   */
  public static QuotaPolicy google() {
    return plainPool()
        .withCharge(ApiCall.VIDEOS_INSERT, new Charge(UPLOADS, 1))
        .withLimit(UPLOADS, 100);
  }

  /** The rule until 2025-12: 10,000 units for everything, 1600 an upload, so 6 a day. */
  public static QuotaPolicy plainPool() {
    Map<ApiCall, Charge> charges = new EnumMap<>(ApiCall.class);
    for (ApiCall call : ApiCall.values()) {
      charges.put(call, new Charge(GENERAL, unitsInOnePool(call)));
    }
    return new QuotaPolicy(charges, Map.of(GENERAL, 10_000L));
  }

  private static long unitsInOnePool(ApiCall call) {
    return switch (call) {
      case VIDEOS_INSERT -> 1600;
      case CAPTIONS_INSERT -> 400;
      case VIDEOS_UPDATE,
          VIDEOS_DELETE,
          THUMBNAILS_SET,
          CAPTIONS_LIST,
          PLAYLISTS_INSERT,
          PLAYLIST_ITEMS_INSERT ->
          50;
      case VIDEOS_LIST, CHANNELS_LIST, PLAYLISTS_LIST, PLAYLIST_ITEMS_LIST -> 1;
    };
  }

  /** {@link #google} with what the process's environment says; see {@link #withEnvironment}. */
  public static QuotaPolicy fromEnvironment() {
    return google().withEnvironment(System.getenv());
  }

  /**
   * A copy with the daily limit (0 or more) and the cost (1 or more) of uploads that are given as
   * {@value #LIMIT_VARIABLE} and {@value #COST_VARIABLE}. What is not given, or blank, stays.
   *
   * @throws IllegalArgumentException if a variable holds anything but such a whole number
   */
  public QuotaPolicy withEnvironment(Map<String, String> environment) {
    Charge upload = charge(ApiCall.VIDEOS_INSERT);
    long limit = number(environment, LIMIT_VARIABLE, 0, limit(upload.bucket()));
    long cost = number(environment, COST_VARIABLE, 1, upload.units());
    return withLimit(upload.bucket(), limit)
        .withCharge(ApiCall.VIDEOS_INSERT, new Charge(upload.bucket(), cost));
  }

  private static long number(
      Map<String, String> environment, String variable, long least, long unset) {
    String found = environment.get(variable);
    if (found == null || found.isBlank()) {
      return unset;
    }
    String text = found.strip();
    if (text.matches("[0-9]{1,18}") && Long.parseLong(text) >= least) {
      return Long.parseLong(text);
    }
    throw new IllegalArgumentException(
        "%s is \"%s\", but must be a whole number of at least %d, such as %d; or leave it unset"
            .formatted(variable, found, least, unset));
  }

  /** A copy in which a call costs something else. */
  public QuotaPolicy withCharge(ApiCall call, Charge charge) {
    Map<ApiCall, Charge> changed = new EnumMap<>(charges);
    changed.put(call, charge);
    return new QuotaPolicy(changed, limits);
  }

  /** A copy in which a bucket holds something else a day, 0 or more. */
  public QuotaPolicy withLimit(String bucket, long dailyLimit) {
    if (dailyLimit < 0) {
      throw new IllegalArgumentException("dailyLimit must be 0 or more, was " + dailyLimit);
    }
    Map<String, Long> changed = new HashMap<>(limits);
    changed.put(bucket, dailyLimit);
    return new QuotaPolicy(charges, changed);
  }

  /** What a call costs. */
  public Charge charge(ApiCall call) {
    return Objects.requireNonNull(charges.get(call));
  }

  /** What a bucket holds a day; 0 for a bucket that no limit was set for. */
  public long limit(String bucket) {
    return limits.getOrDefault(bucket, 0L);
  }

  /** Whether another upload fits, given the usage of the bucket that pays for uploads. */
  public QuotaStatus status(QuotaUsage usage) {
    Charge upload = charge(ApiCall.VIDEOS_INSERT);
    return QuotaStatus.of(usage, limit(upload.bucket()), upload.units());
  }
}
