/**
 * {@code FakeYouTube} for tests of backends: the API is one package, and it needs nothing but the
 * JDK.
 */
module io.github.youtubeupload.testkit {
  requires static org.jspecify;

  exports io.github.youtubeupload.testkit;
}
