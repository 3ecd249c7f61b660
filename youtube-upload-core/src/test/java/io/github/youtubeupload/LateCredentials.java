package io.github.youtubeupload;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.OAuth2Credentials;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Credentials that let something happen before they are first used. */
final class LateCredentials extends OAuth2Credentials {
  private static final long serialVersionUID = 1L;

  private final transient Supplier<?> deed;
  private final AtomicBoolean done = new AtomicBoolean();

  LateCredentials(String token, Supplier<?> deed) {
    super(AccessToken.newBuilder().setTokenValue(token).build());
    this.deed = deed;
  }

  @Override
  public Map<String, List<String>> getRequestMetadata(URI uri) throws IOException {
    if (!done.getAndSet(true)) {
      var ignored = deed.get();
    }
    return super.getRequestMetadata(uri);
  }
}
