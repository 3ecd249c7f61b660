/**
 * Uploads videos to YouTube: resumable, exactly once, within a shared quota. Begin with {@link
 * io.github.youtubeupload.UploadClient}. What is not exported may change in any release.
 */
// Google's jars are automatic modules, whose names their manifests fix.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.github.youtubeupload {
  // Hosts hand over HttpTransport and Credentials, and read @Nullable at compile time.
  requires transitive com.google.api.client;
  requires transitive com.google.auth;
  requires static transitive org.jspecify;
  requires com.google.api.client.json.gson;
  requires com.google.api.services.youtube;
  requires com.google.auth.oauth2;
  requires com.google.gson;
  requires google.api.client;
  // for Google's jars, which as automatic modules cannot say that they need it
  requires com.google.common;
  requires org.slf4j;

  exports io.github.youtubeupload;
  exports io.github.youtubeupload.auth;
  exports io.github.youtubeupload.metadata;
  exports io.github.youtubeupload.quota;
  exports io.github.youtubeupload.source;
  exports io.github.youtubeupload.store;
}
