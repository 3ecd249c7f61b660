package io.github.youtubeupload.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotaPolicyTest {
  private static QuotaUsage used(long units) {
    LocalDate day = LocalDate.of(2026, 11, 20);
    return new QuotaUsage(day, units, false, QuotaDay.endOf(day));
  }

  @Test
  void googlesRuleGivesAHundredUploadsInABucketOfTheirOwn() {
    QuotaPolicy policy = QuotaPolicy.google();
    QuotaStatus status = policy.status(used(40));
    assertThat(status).isEqualTo(new QuotaStatus(true, 40, 100, 60, 1, 60, used(0).resetsAt()));
    assertThat(policy.charge(ApiCall.VIDEOS_LIST))
        .isEqualTo(new QuotaPolicy.Charge(QuotaPolicy.GENERAL, 1));
    assertThat(policy.limit(QuotaPolicy.GENERAL)).isEqualTo(10_000);
  }

  @ParameterizedTest
  @CsvSource({"0,6", "400,6", "401,5", "8400,1", "8401,0", "9999,0", "10000,0", "12000,0"})
  void thePlainPoolGivesSixUploadsADay(long units, long uploads) {
    QuotaStatus status = QuotaPolicy.plainPool().status(used(units));
    assertThat(status.uploadsRemaining()).isEqualTo(uploads);
    assertThat(status.canUpload()).isEqualTo(uploads > 0);
    assertThat(status.remaining()).isNotNegative();
  }

  /** Source: Google's page on quota costs. */
  @ParameterizedTest
  @CsvSource({
    "VIDEOS_LIST,1",
    "VIDEOS_UPDATE,50",
    "VIDEOS_DELETE,50",
    "CHANNELS_LIST,1",
    "THUMBNAILS_SET,50",
    "CAPTIONS_INSERT,400",
    "CAPTIONS_LIST,50",
    "PLAYLISTS_INSERT,50",
    "PLAYLISTS_LIST,1",
    "PLAYLIST_ITEMS_INSERT,50",
    "PLAYLIST_ITEMS_LIST,1"
  })
  void everyCallButAnUploadIsPaidFromTheGeneralBucket(ApiCall call, long units) {
    for (QuotaPolicy policy : List.of(QuotaPolicy.google(), QuotaPolicy.plainPool())) {
      assertThat(policy.charge(call)).isEqualTo(new QuotaPolicy.Charge(QuotaPolicy.GENERAL, units));
    }
  }

  @Test
  void everyNumberCanBeSet() {
    QuotaPolicy policy =
        QuotaPolicy.google()
            .withLimit(QuotaPolicy.UPLOADS, 966)
            .withCharge(ApiCall.VIDEOS_LIST, new QuotaPolicy.Charge("reads", 2))
            .withLimit("reads", 7);
    assertThat(policy.status(used(0)).uploadsRemaining()).isEqualTo(966);
    assertThat(policy.charge(ApiCall.VIDEOS_LIST).units()).isEqualTo(2);
    assertThat(policy.limit("reads")).isEqualTo(7);
    assertThat(policy.limit("unheard of")).isZero();
  }

  @Test
  void theEnvironmentSetsTheLimitAndTheCostOfUploads() {
    Map<String, String> environment =
        Map.of("YOUTUBE_QUOTA_LIMIT", " 50000 ", "YOUTUBE_UPLOAD_COST", "100");
    assertThat(QuotaPolicy.plainPool().withEnvironment(environment).status(used(0)))
        .extracting(QuotaStatus::dailyLimit, QuotaStatus::uploadCost)
        .containsExactly(50_000L, 100L);
    Map<String, String> blank = Map.of("YOUTUBE_QUOTA_LIMIT", "", "YOUTUBE_UPLOAD_COST", " ");
    for (Map<String, String> nothing : List.of(Map.<String, String>of(), blank)) {
      assertThat(QuotaPolicy.google().withEnvironment(nothing).status(used(0)).dailyLimit())
          .isEqualTo(100);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ten", "-1", "1.5", "1e3", "0x10", "\u0663", "99999999999999999999"})
  void aBadLimitIsRefusedByName(String value) {
    Map<String, String> environment = Map.of("YOUTUBE_QUOTA_LIMIT", value);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QuotaPolicy.google().withEnvironment(environment))
        .withMessage(
            "YOUTUBE_QUOTA_LIMIT is \"%s\", but must be a whole number of at least 0, such as 100;"
                    .formatted(value)
                + " or leave it unset");
  }

  @Test
  void anUploadCannotBeFree() {
    Map<String, String> environment = Map.of("YOUTUBE_UPLOAD_COST", "0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QuotaPolicy.google().withEnvironment(environment))
        .withMessageContaining("YOUTUBE_UPLOAD_COST is \"0\"")
        .withMessageContaining("at least 1");
  }
}
