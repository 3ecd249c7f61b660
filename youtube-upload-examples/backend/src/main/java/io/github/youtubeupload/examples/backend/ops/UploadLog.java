package io.github.youtubeupload.examples.backend.ops;

import io.github.youtubeupload.UploadException;
import io.github.youtubeupload.UploadProgress;
import io.github.youtubeupload.UploadState;
import io.github.youtubeupload.examples.backend.upload.UploadObserver;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * A line for every change of state. Progress arrives on the upload's own thread, so the id set here
 * is also on what the library itself logs there.
 */
@Component
final class UploadLog implements UploadObserver {
  private static final Logger LOG = LoggerFactory.getLogger(UploadLog.class);
  private static final String ID = "upload_id";

  private final Map<String, UploadState> states = new ConcurrentHashMap<>();

  @Override
  public void progressed(UploadProgress now) {
    MDC.put(ID, now.uploadId());
    if (states.put(now.uploadId(), now.state()) != now.state()) {
      LOG.atInfo()
          .addKeyValue("state", now.state())
          .addKeyValue("bytes_sent", now.bytesSent())
          .addKeyValue("attempt", now.attempt())
          .log("Upload is {}", now.state());
    }
    if (now.state().isTerminal()) {
      states.remove(now.uploadId());
      MDC.remove(ID);
    }
  }

  @Override
  public void ended(UploadProgress last, Optional<UploadException> failure) {
    failure.ifPresent(
        e ->
            LOG.atWarn()
                .addKeyValue(ID, last.uploadId())
                .addKeyValue("failure", e.getClass().getSimpleName())
                .log("{}", e.getMessage()));
  }
}
