package io.github.youtubeupload;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.JsonFactory;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.youtube.model.Video;
import com.google.auth.oauth2.GoogleCredentials;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stands in until the module has its first class; it keeps the dependency analysis honest. */
public final class Placeholder {
  private static final Logger log = LoggerFactory.getLogger(Placeholder.class);
  private static final HttpTransport transport = new NetHttpTransport();
  private static final JsonFactory json = GsonFactory.getDefaultInstance();

  private Placeholder() {}

  static void log(GoogleCredentials credentials, Video video) {
    log.debug("{} {} {} {}", transport, json, credentials.getQuotaProjectId(), video.getId());
  }
}
