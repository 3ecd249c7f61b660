package io.github.youtubeupload.benchmarks;

import io.github.youtubeupload.UploadClient;
import io.github.youtubeupload.UploadClientBuilder;
import io.github.youtubeupload.UploadRequest;
import io.github.youtubeupload.auth.YouTubeCredentials;
import io.github.youtubeupload.metadata.VideoMetadata;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.source.VideoSource;
import java.io.IOException;
import java.nio.file.Path;

/** This library, as its README tells to use it. */
final class EngineUploader implements Uploader {
  private static final long NO_LIMIT = 1_000_000;

  private final UploadClient client;

  EngineUploader(Target target, Tls tls, int concurrent) throws IOException {
    client = client(target, tls, concurrent);
  }

  static UploadClient client(Target target, Tls tls, int concurrent) throws IOException {
    UploadClientBuilder client =
        UploadClient.builder()
            .endpoint(target.root())
            .credentials(YouTubeCredentials.accessToken(target.token()))
            .quotaPolicy(QuotaPolicy.google().withLimit(QuotaPolicy.UPLOADS, NO_LIMIT))
            .maxConcurrentUploads(concurrent);
    if (target.root().getScheme().equals("https")) {
      client.sslSocketFactory(tls.trusting(target.certificate()).getSocketFactory());
    }
    return client.build();
  }

  static UploadRequest request(Path video) {
    return UploadRequest.builder()
        .source(VideoSource.file(video))
        .metadata(VideoMetadata.builder().title("Benchmark").build())
        .build();
  }

  @Override
  public void upload(Path video) {
    client.upload(request(video));
  }

  @Override
  public void close() {
    client.close();
  }
}
