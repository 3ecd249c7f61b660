package io.github.youtubeupload.examples.quickstart;

import com.google.auth.Credentials;
import io.github.youtubeupload.UploadClientBuilder;
import io.github.youtubeupload.UploadResult;

/** The real YouTube. */
record Google(Credentials credentials) implements Destination {
  @Override
  public String introduction() {
    return "Uploading to YouTube as a private video, with the credentials of the environment.";
  }

  @Override
  public UploadClientBuilder reach(UploadClientBuilder client) {
    return client.credentials(credentials);
  }

  @Override
  public String watchUrl(UploadResult result) {
    return result.videoUrl();
  }

  @Override
  public String studioUrl(UploadResult result) {
    return result.studioUrl();
  }
}
