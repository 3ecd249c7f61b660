package io.github.youtubeupload;

import com.google.api.client.http.HttpTransport;
import com.google.auth.Credentials;
import io.github.youtubeupload.internal.concurrent.TimeSource;
import io.github.youtubeupload.internal.files.SpoolDirectory;
import io.github.youtubeupload.internal.protocol.SessionProtocol.Timeouts;
import io.github.youtubeupload.quota.ApiCall;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.quota.QuotaStore;
import io.github.youtubeupload.store.UploadRecord;
import io.github.youtubeupload.store.UploadStore;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** All that a client was built with. */
record Settings(
    @Nullable Credentials credentials,
    @Nullable HttpTransport transport,
    SSLSocketFactory tls,
    URI root,
    String applicationName,
    String project,
    QuotaPolicy quotaPolicy,
    QuotaStore quotaStore,
    UploadStore uploadStore,
    SpoolDirectory spoolDirectory,
    RetryPolicy retryPolicy,
    Timeouts timeouts,
    Duration stallTimeout,
    long chunkBytes,
    boolean waitForQuota,
    int maxConcurrentUploads,
    TimeSource timing) {

  /** Units an upload costs. */
  long uploadCost() {
    return quotaPolicy.charge(ApiCall.VIDEOS_INSERT).units();
  }

  /** The client's credentials, if it has any. */
  Optional<Credentials> ownCredentials() {
    return Optional.ofNullable(credentials);
  }

  /** The credentials of an upload in the journal; the client's if it names no account. */
  Credentials credentialsOf(UploadRecord record, Resumption resumption) {
    Optional<Credentials> own = resumption.credentials(record);
    if (own.isEmpty() && !record.account().isEmpty()) {
      throw new IllegalArgumentException(
          "Upload "
              + (record.uploadId() + " belongs to the account " + record.account())
              + ", whose credentials the Resumption does not give; the client's could be those of"
              + " another channel");
    }
    return credentialsOr(own);
  }

  /** A request's own credentials, else the client's. */
  Credentials credentialsOr(Optional<Credentials> own) {
    Credentials found = own.orElse(credentials);
    if (found == null) {
      throw new IllegalArgumentException(
          "No credentials: give some to the client or to the request");
    }
    return found;
  }
}
