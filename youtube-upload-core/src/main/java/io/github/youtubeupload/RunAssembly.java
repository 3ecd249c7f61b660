package io.github.youtubeupload;

import com.google.api.client.http.HttpTransport;
import com.google.auth.Credentials;
import io.github.youtubeupload.internal.protocol.SessionProtocol;
import io.github.youtubeupload.source.VideoSource;
import io.github.youtubeupload.store.UploadRecord;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the parts of a run together, and takes them apart again however it ends. */
final class RunAssembly {
  private static final Logger LOG = LoggerFactory.getLogger(RunAssembly.class);

  private RunAssembly() {}

  static UploadResult run(
      Settings settings,
      Workers workers,
      Journal journal,
      VideoSource source,
      Credentials credentials,
      StopSignal stop,
      ProgressMeter progress) {
    UploadRecord record = journal.record();
    String id = record.uploadId();
    Detached detached = new Detached(workers.helpers, stop);
    Connections connections = Connections.of(settings);
    try (RunSource runSource =
            new RunSource(
                source,
                journal,
                stop,
                progress,
                settings.spoolDirectory(),
                settings.chunkBytes(),
                detached);
        connections;
        StopSignal.Waiter ignored =
            stop.whenRaised(
                () -> {
                  connections.stop();
                  runSource.close();
                });
        StallWatch stallWatch =
            new StallWatch(
                workers.scheduler,
                settings.timing(),
                settings.stallTimeout(),
                connections::abort)) {
      return new UploadRun(
              journal,
              runSource,
              new QuotaAccount(
                  settings.quotaStore(), settings.quotaPolicy(), record.project(), id, detached),
              new Authorization(id, credentials, settings.root(), detached),
              protocol(settings, connections.transport()),
              new Retries(id, settings.retryPolicy(), settings.timing(), stop, progress),
              stallWatch,
              stop,
              progress)
          .run();
    }
  }

  /** Tells YouTube in the background that a session is not needed any more. */
  static void discard(Settings settings, Workers workers, Credentials credentials, URI session) {
    workers.helpers.execute(
        () -> {
          StopSignal never = new StopSignal();
          Detached here = new Detached(Runnable::run, never);
          try (Connections connections = Connections.of(settings)) {
            String token = new Authorization("", credentials, settings.root(), here).header();
            protocol(settings, connections.transport()).discard(token, session);
          } catch (Exception e) {
            LOG.debug("An abandoned upload session could not be discarded; it will expire");
          }
        });
  }

  private static SessionProtocol protocol(Settings settings, HttpTransport transport) {
    return new SessionProtocol(
        transport, settings.root(), settings.timeouts(), settings.applicationName());
  }
}
