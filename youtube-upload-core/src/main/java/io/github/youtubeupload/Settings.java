package io.github.youtubeupload;

import com.google.api.client.http.HttpTransport;
import com.google.auth.Credentials;
import io.github.youtubeupload.internal.concurrent.ProcessClock;
import io.github.youtubeupload.internal.files.SpoolDirectory;
import io.github.youtubeupload.internal.protocol.SessionProtocol;
import io.github.youtubeupload.internal.protocol.SessionProtocol.Timeouts;
import io.github.youtubeupload.internal.transport.Connections;
import io.github.youtubeupload.quota.ApiCall;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.quota.QuotaStatus;
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
    Api api,
    Quota quota,
    Storage storage,
    Transfer transfer,
    ProcessClock clock) {

  /** Where YouTube is and how it is reached. */
  record Api(
      @Nullable HttpTransport transport,
      SSLSocketFactory tls,
      URI root,
      String applicationName,
      Timeouts timeouts) {

    /** Connections of their own for one run. */
    Connections connect() {
      return Connections.of(transport, tls);
    }

    SessionProtocol over(Connections connections) {
      return new SessionProtocol(connections.transport(), root, timeouts, applicationName);
    }
  }

  /** Who pays, and what. */
  record Quota(String project, QuotaPolicy policy, QuotaStore store, boolean waitForReset) {
    /** Units an upload costs. */
    long uploadCost() {
      return policy.charge(ApiCall.VIDEOS_INSERT).units();
    }

    /** Whether there is room for an upload today. */
    QuotaStatus status(String payer) {
      String bucket = policy.charge(ApiCall.VIDEOS_INSERT).bucket();
      return policy.status(store.usage(payer, bucket));
    }
  }

  /** What is kept on this machine or elsewhere. */
  record Storage(UploadStore journal, SpoolDirectory spool) {}

  /** How bytes are sent. */
  record Transfer(
      RetryPolicy retryPolicy,
      Duration stallTimeout,
      long chunkBytes,
      int maxConcurrentUploads,
      int maxConcurrentUploadsPerAccount) {}

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
