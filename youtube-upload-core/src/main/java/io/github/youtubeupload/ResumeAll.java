package io.github.youtubeupload;

import io.github.youtubeupload.store.UploadRecord;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes on, at start-up, with what an earlier process left. */
final class ResumeAll {
  private static final Logger LOG = LoggerFactory.getLogger(ResumeAll.class);

  private ResumeAll() {}

  static List<Upload> resume(
      UploadClient client, List<UploadRecord> records, Resumption resumption) {
    List<Upload> resumed = new ArrayList<>();
    for (UploadRecord record : records) {
      if (!record.step().isFinal()) {
        try {
          resumed.add(client.resume(record.uploadId(), resumption));
        } catch (UploadException | IllegalArgumentException e) {
          LOG.warn("Upload {} is not resumed: {}", record.uploadId(), e.getMessage());
        } catch (RuntimeException e) {
          LOG.warn("Upload {} is not resumed", record.uploadId(), e); // the host's own code
        }
      }
    }
    return resumed;
  }
}
