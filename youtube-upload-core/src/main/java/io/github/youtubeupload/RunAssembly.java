package io.github.youtubeupload;

import com.google.api.client.http.HttpTransport;
import com.google.auth.Credentials;
import io.github.youtubeupload.internal.concurrent.ClientThreads;
import io.github.youtubeupload.internal.concurrent.InterruptibleCalls;
import io.github.youtubeupload.internal.concurrent.StallDetector;
import io.github.youtubeupload.internal.concurrent.StopSignal;
import io.github.youtubeupload.internal.protocol.SessionProtocol;
import io.github.youtubeupload.internal.transport.Connections;
import io.github.youtubeupload.source.VideoSource;
import io.github.youtubeupload.store.UploadRecord;

/** Puts the parts of a run together, and takes them apart again however it ends. */
final class RunAssembly {
  private RunAssembly() {}

  static UploadResult run(
      Settings settings,
      ClientThreads workers,
      SessionDiscarder discards,
      UploadJournal journal,
      VideoSource source,
      Credentials credentials,
      StopSignal stop,
      ProgressMeter progress) {
    UploadRecord record = journal.record();
    String id = record.uploadId();
    InterruptibleCalls detached = new InterruptibleCalls(workers.helpers, stop);
    Connections connections = Connections.of(settings.transport(), settings.tls());
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
        StallDetector stallWatch =
            new StallDetector(
                workers.scheduler,
                settings.timing(),
                settings.stallTimeout(),
                connections::abort)) {
      return new UploadRun(
              journal,
              runSource,
              new UploadQuota(settings, record, detached),
              new RequestAuthorization(id, credentials, settings.root(), detached),
              protocol(settings, connections.transport()),
              new RetryBudget(id, settings.retryPolicy(), settings.timing(), stop, progress),
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
