package io.github.youtubeupload;

import io.github.youtubeupload.internal.concurrent.ClientThreads;
import io.github.youtubeupload.internal.concurrent.HostCallbacks;

/** What all uploads of a client share. */
record ClientResources(
    Settings settings, ClientThreads threads, SessionDiscarder discarder, HostCallbacks callbacks) {

  static ClientResources of(Settings settings) {
    ClientThreads threads =
        new ClientThreads(
            settings.transfer().maxConcurrentUploads(),
            settings.transfer().maxConcurrentUploadsPerAccount());
    return new ClientResources(
        settings, threads, new SessionDiscarder(settings, threads.helpers), new HostCallbacks());
  }
}
