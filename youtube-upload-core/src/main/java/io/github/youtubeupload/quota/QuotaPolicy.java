package io.github.youtubeupload.quota;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Which bucket each call is charged to, how much, and how much each bucket holds a day. Immutable.
 *
 * <p>The limits belong to the Google Cloud project and can be raised by an audit, so they are
 * settings and not constants; the presets are what a new project gets.
 */
public final class QuotaPolicy {
  /** The bucket of uploads: since 2026-06-01 a bucket of its own. */
  public static final String UPLOADS = "uploads";

  /** The bucket of everything else. */
  public static final String GENERAL = "general";

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
    return readingsFromGeneral()
        .withCharge(ApiCall.VIDEOS_INSERT, new Charge(UPLOADS, 1))
        .withLimit(UPLOADS, 100);
  }

  /** The rule until 2025-12: 10,000 units for everything, 1600 an upload, so 6 a day. */
  public static QuotaPolicy plainPool() {
    return readingsFromGeneral().withCharge(ApiCall.VIDEOS_INSERT, new Charge(GENERAL, 1600));
  }

  private static QuotaPolicy readingsFromGeneral() {
    Map<ApiCall, Charge> charges = new EnumMap<>(ApiCall.class);
    for (ApiCall call : ApiCall.values()) {
      charges.put(call, new Charge(GENERAL, 1));
    }
    return new QuotaPolicy(charges, Map.of(GENERAL, 10_000L));
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

  /** Whether another upload fits, given a bucket's usage. */
  public QuotaStatus status(QuotaUsage usage) {
    Charge upload = charge(ApiCall.VIDEOS_INSERT);
    return QuotaStatus.of(usage, limit(upload.bucket()), upload.units());
  }
}
