package io.github.youtubeupload;

import com.google.api.client.http.HttpTransport;
import com.google.auth.Credentials;
import io.github.youtubeupload.internal.protocol.SessionProtocol;
import io.github.youtubeupload.source.VideoSource;
import io.github.youtubeupload.store.UploadRecord;

/** Puts the parts of a run together, and takes them apart again however it ends. */
final class RunAssembly {
  private RunAssembly() {}

  static UploadResult run(
      Settings settings,
      Workers workers,
      Discards discards,
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
              new QuotaAccount(settings, record, detached),
              new Authorization(id, credentials, settings.root(), detached),
              protocol(settings, connections.transport()),
              new Retries(id, settings.retryPolicy(), settings.timing(), stop, progress),
              stallWatch,
              stop,
              progress,
              session -> discards.discard(credentials, session))
          .run();
    }
  }

  static SessionProtocol protocol(Settings settings, HttpTransport transport) {
    return new SessionProtocol(
        transport, settings.root(), settings.timeouts(), settings.applicationName());
  }
}
