package io.github.youtubeupload.examples.backend.upload;

import io.github.youtubeupload.UploadClient;
import io.github.youtubeupload.examples.backend.account.Owner;
import io.github.youtubeupload.examples.backend.settings.BackendSettings;
import io.github.youtubeupload.examples.backend.state.StateDirectory;
import io.github.youtubeupload.examples.backend.web.ApiException;
import io.github.youtubeupload.quota.QuotaStatus;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Whether there is room for another upload: in the quota, for this user, on the disk. */
@Component
final class AdmissionControl {
  static final long RESERVE = StateDirectory.RESERVE;

  private final UploadClient client;
  private final IncomingFiles files;
  private final Clock clock;
  private final int perUser;
  private final Map<String, Long> arriving = new ConcurrentHashMap<>();

  AdmissionControl(
      UploadClient client, IncomingFiles files, Clock clock, BackendSettings settings) {
    this.client = client;
    this.files = files;
    this.clock = clock;
    this.perUser = settings.limits().uploadsPerUser();
  }

  void check(Owner owner) {
    QuotaStatus quota = client.quota();
    if (!quota.canUpload()) {
      throw ApiException.later(
              HttpStatus.BAD_REQUEST,
              "quota_exhausted",
              "No room in today's quota: "
                  + (quota.used() + " of " + quota.dailyLimit() + " used; it resets at ")
                  + quota.resetsAt(),
              Duration.between(clock.instant(), quota.resetsAt()))
          .with("quota_status", QuotaView.of(quota));
    }
    long unfinished =
        client.list().stream()
            .filter(upload -> upload.account().equals(owner.account()))
            .filter(upload -> !upload.step().isFinal())
            .count();
    if (unfinished >= perUser) {
      throw ApiException.later(
          HttpStatus.TOO_MANY_REQUESTS,
          "too_many_uploads",
          "You have " + unfinished + " unfinished uploads; wait for one, or cancel one",
          Duration.ofMinutes(1));
    }
  }

  /**
   * Looks at the size before a byte is received, and keeps room for it until the request is over.
   * Only from what the same owner announces: who announces much and sends nothing keeps nobody
   * else's file out.
   *
   * @param announced the length of the request; negative if the sender did not say
   */
  Room room(Owner owner, long announced, long most) throws IOException {
    if (announced > most) {
      throw ApiException.of(
          HttpStatus.CONTENT_TOO_LARGE,
          "too_large",
          "The request has " + announced + " bytes; this service takes " + most);
    }
    long size = Math.max(0, announced);
    // what has arrived of the owner's others is counted twice, so rather too much is kept
    long all = arriving.merge(owner.account(), size, Long::sum);
    Room room = () -> arriving.computeIfPresent(owner.account(), (key, is) -> less(is, size));
    if (all > files.room() - RESERVE) {
      room.close();
      throw diskFull();
    }
    return room;
  }

  private static @Nullable Long less(long all, long size) {
    return all == size ? null : all - size;
  }

  /** Refuses what needs room for its journal only. */
  void requireSomeRoom() throws IOException {
    if (files.room() < RESERVE) {
      throw diskFull();
    }
  }

  /** Room on the disk for one request. */
  interface Room extends AutoCloseable {
    @Override
    void close();
  }

  static ApiException diskFull() {
    return ApiException.of(
        HttpStatus.INSUFFICIENT_STORAGE,
        "disk_full",
        "There is no room on the disk for this file; try again later");
  }
}
