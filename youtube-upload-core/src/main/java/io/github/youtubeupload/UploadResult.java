package io.github.youtubeupload;

import java.time.Duration;
import java.util.List;

/**
 * A video that exists.
 *
 * @param uploadId the request's id
 * @param videoId YouTube's id
 * @param bytes size of the video in bytes
 * @param bytesSent bytes that left this process for it, repeated ones included; only of the run
 *     that finished
 * @param quotaCharged units this upload cost, openings whose answer was lost included; at most,
 *     since one that was stopped on its way may never have reached YouTube
 * @param time from the acceptance of the request to YouTube's answer
 * @param warnings where YouTube set something else than asked for, such as another privacy; empty
 *     as a rule
 */
public record UploadResult(
    String uploadId,
    String videoId,
    long bytes,
    long bytesSent,
    long quotaCharged,
    Duration time,
    List<String> warnings) {

  public UploadResult {
    warnings = List.copyOf(warnings);
  }

  /** Where people watch it. */
  public String videoUrl() {
    return "https://www.youtube.com/watch?v=" + videoId;
  }

  /** Where its owner edits it. */
  public String studioUrl() {
    return "https://studio.youtube.com/video/" + videoId + "/edit";
  }
}
