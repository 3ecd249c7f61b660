package com.example.consumer;

import com.google.auth.Credentials;
import io.github.youtubeupload.UploadClient;
import io.github.youtubeupload.UploadRequest;
import io.github.youtubeupload.UploadResult;
import io.github.youtubeupload.auth.YouTubeCredentials;
import io.github.youtubeupload.metadata.Privacy;
import io.github.youtubeupload.metadata.VideoMetadata;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.quota.QuotaStore;
import io.github.youtubeupload.source.VideoSource;
import io.github.youtubeupload.store.UploadStore;
import io.github.youtubeupload.testkit.FakeYouTube;
import java.net.URI;
import java.nio.file.Path;

/** Uploads a file to FakeYouTube, and says by which module and what arrived. Touches every door. */
public final class UploadOneFile {
  private UploadOneFile() {}

  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    Path state = file.resolveSibling("state");
    try (FakeYouTube youtube = FakeYouTube.start()) {
      Credentials credentials = YouTubeCredentials.accessToken(youtube.accessToken());
      try (UploadClient client =
          UploadClient.builder()
              .endpoint(URI.create(youtube.rootUrl()))
              .credentials(credentials)
              .quotaPolicy(QuotaPolicy.google())
              .quotaStore(QuotaStore.directory(state))
              .uploadStore(UploadStore.directory(state))
              .build()) {
        UploadResult result =
            client.upload(
                UploadRequest.builder()
                    .source(VideoSource.file(file))
                    .metadata(VideoMetadata.builder().title("t").privacy(Privacy.PRIVATE).build())
                    .build());
        System.out.println(
            "module=" + UploadClient.class.getModule().getName()
                + " videos=" + youtube.videos().size()
                + " same=" + youtube.videos().get(0).id().equals(result.videoId())
                + " sha256=" + youtube.videos().get(0).sha256());
      }
    }
  }
}
