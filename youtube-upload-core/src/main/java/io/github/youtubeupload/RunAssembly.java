package io.github.youtubeupload;

import io.github.youtubeupload.internal.concurrent.ClientThreads;
import io.github.youtubeupload.internal.concurrent.InterruptibleCalls;
import io.github.youtubeupload.internal.concurrent.StallDetector;
import io.github.youtubeupload.internal.concurrent.StopSignal;
import io.github.youtubeupload.internal.transport.Connections;

/** Puts the parts of a run together, and takes them apart again however it ends. */
final class RunAssembly {
  private RunAssembly() {}

  static UploadResult run(
      ClientResources client,
      UploadJournal journal,
      UploadTask.Inputs inputs,
      StopSignal stop,
      ProgressMeter progress) {
    Settings settings = client.settings();
    ClientThreads threads = client.threads();
    String id = journal.record().uploadId();
    InterruptibleCalls calls = new InterruptibleCalls(threads.helpers, stop);
    RunSource.Surroundings surroundings =
        new RunSource.Surroundings(journal, stop, progress, calls, threads.helpers);
    try (Connections connections = settings.api().connect();
        RunSource source =
            new RunSource(
                inputs.source(),
                surroundings,
                settings.storage().spool(),
                settings.transfer().chunkBytes());
        StopSignal.Waiter ignored =
            stop.whenRaised(
                () -> {
                  connections.stop();
                  source.beginClose();
                });
        StallDetector stalls =
            new StallDetector(
                threads.scheduler,
                settings.clock(),
                settings.transfer().stallTimeout(),
                connections::abort)) {
      SessionCalls youtube =
          new SessionCalls(
              settings.api().over(connections),
              new RequestAuthorization(id, inputs.credentials(), settings.api().root(), calls),
              stalls,
              stop);
      return new UploadRun(
              journal,
              source,
              new UploadQuota(settings, journal.record(), calls),
              youtube,
              new RetryBudget(
                  id, settings.transfer().retryPolicy(), settings.clock(), stop, progress),
              progress)
          .run(session -> client.discarder().discard(inputs.credentials(), session));
    }
  }
}
