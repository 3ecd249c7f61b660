package io.github.youtubeupload;

import static java.util.Objects.requireNonNull;

import com.google.api.client.http.HttpTransport;
import com.google.auth.Credentials;
import io.github.youtubeupload.internal.concurrent.Durations;
import io.github.youtubeupload.internal.concurrent.ProcessClock;
import io.github.youtubeupload.internal.concurrent.TimeSource;
import io.github.youtubeupload.internal.files.SpoolDirectory;
import io.github.youtubeupload.internal.protocol.SessionProtocol.Timeouts;
import io.github.youtubeupload.quota.QuotaPolicy;
import io.github.youtubeupload.quota.QuotaStore;
import io.github.youtubeupload.store.UploadStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import javax.crypto.SecretKey;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Collects the options of an {@link UploadClient}. Not thread-safe. */
public final class UploadClientBuilder {
  /** Chunks are multiples of this, by the protocol. */
  private static final long CHUNK_UNIT = 256 * 1024;

  /** None of them is meant to be for ever, and sockets take no more than 24 days. */
  private static final Duration LONGEST_TIMEOUT = Duration.ofDays(1);

  private @Nullable Credentials credentials;
  private @Nullable HttpTransport transport;
  private SSLSocketFactory tls = HttpsURLConnection.getDefaultSSLSocketFactory();
  private URI endpoint = URI.create("https://www.googleapis.com/");
  private String applicationName = "youtube-upload";
  private String project = "default";
  private QuotaPolicy quotaPolicy = QuotaPolicy.google();
  private @Nullable QuotaStore quotaStore;
  private @Nullable UploadStore uploadStore;
  private @Nullable Path stateDirectory;
  private @Nullable SecretKey stateKey;
  private RetryPolicy retryPolicy = RetryPolicy.DEFAULT;
  private Duration connectTimeout = Duration.ofSeconds(20);
  private Duration answerTimeout = Duration.ofSeconds(60);
  private Duration finalAnswerTimeout = Duration.ofMinutes(10);
  private Duration stallTimeout = Duration.ofSeconds(60);
  private long chunkBytes = Long.MAX_VALUE;
  private boolean waitForQuota;
  private int maxConcurrentUploads = 4;
  private int maxConcurrentUploadsPerAccount = Integer.MAX_VALUE;
  private TimeSource timing = TimeSource.SYSTEM;

  UploadClientBuilder() {}

  /**
   * The credentials of requests that bring none. Those of google-auth-library refresh themselves.
   */
  public UploadClientBuilder credentials(Credentials value) {
    this.credentials = requireNonNull(value, "credentials");
    return this;
  }

  /**
   * A transport of the host's own. Its timeouts are then the only end of a blocked write: cancel,
   * close and stall detection wait for them. The default needs none of that, so prefer {@link
   * #sslSocketFactory} when TLS is all that differs.
   */
  public UploadClientBuilder transport(HttpTransport value) {
    this.transport = requireNonNull(value, "transport");
    return this;
  }

  /**
   * Makes the TLS sockets of the default transport; the JVM's default if not set. Those of
   * Conscrypt need less CPU, most of all in a young process; docs/benchmarks.md has the figures.
   */
  public UploadClientBuilder sslSocketFactory(SSLSocketFactory value) {
    this.tls = requireNonNull(value, "sslSocketFactory");
    return this;
  }

  /** Where the API is, {@code https://www.googleapis.com/} if not set; for tests and proxies. */
  public UploadClientBuilder endpoint(URI value) {
    String text = value.toString();
    this.endpoint = text.endsWith("/") ? value : URI.create(text + "/");
    return this;
  }

  /** The {@code User-Agent}. */
  public UploadClientBuilder applicationName(String value) {
    this.applicationName = requireNonNull(value, "applicationName");
    return this;
  }

  /** The Google Cloud project that the credentials belong to, as the quota ledger shall name it. */
  public UploadClientBuilder project(String value) {
    this.project = requireNonNull(value, "project");
    return this;
  }

  /** What calls cost and how much there is; {@link QuotaPolicy#google} if not set. */
  public UploadClientBuilder quotaPolicy(QuotaPolicy value) {
    this.quotaPolicy = requireNonNull(value, "quotaPolicy");
    return this;
  }

  /** The ledger; in memory if neither this nor a state directory is set. */
  public UploadClientBuilder quotaStore(QuotaStore value) {
    this.quotaStore = requireNonNull(value, "quotaStore");
    return this;
  }

  /** The journal; in memory if neither this nor a state directory is set. */
  public UploadClientBuilder uploadStore(UploadStore value) {
    this.uploadStore = requireNonNull(value, "uploadStore");
    return this;
  }

  /**
   * Where uploads are written down so that they outlive the process: an existing or new directory
   * on a local disk, readable by its owner only. Several clients and processes may share it.
   */
  public UploadClientBuilder stateDirectory(Path value) {
    this.stateDirectory = requireNonNull(value, "stateDirectory");
    return this;
  }

  /**
   * Encrypts the session URIs in the journal of {@link #stateDirectory}: an AES key of 256 bits,
   * kept by the host.
   */
  public UploadClientBuilder stateKey(SecretKey value) {
    this.stateKey = requireNonNull(value, "stateKey");
    return this;
  }

  /** How failures are retried. */
  public UploadClientBuilder retryPolicy(RetryPolicy value) {
    this.retryPolicy = requireNonNull(value, "retryPolicy");
    return this;
  }

  /** How long to wait for a connection, from 1 ms to a day; 20 s if not set. */
  public UploadClientBuilder connectTimeout(Duration value) {
    this.connectTimeout = Durations.require("connectTimeout", value, LONGEST_TIMEOUT);
    return this;
  }

  /** How long to wait for the answer to a short request, from 1 ms to a day; 60 s if not set. */
  public UploadClientBuilder answerTimeout(Duration value) {
    this.answerTimeout = Durations.require("answerTimeout", value, LONGEST_TIMEOUT);
    return this;
  }

  /**
   * How long to wait for the answer to the last byte, which can take minutes: from 1 ms to a day;
   * 10 min if not set.
   */
  public UploadClientBuilder finalAnswerTimeout(Duration value) {
    this.finalAnswerTimeout = Durations.require("finalAnswerTimeout", value, LONGEST_TIMEOUT);
    return this;
  }

  /**
   * How long the network may take no byte before the connection is given up, from 1 ms to a day; 60
   * s if not set.
   */
  public UploadClientBuilder stallTimeout(Duration value) {
    this.stallTimeout = Durations.require("stallTimeout", value, LONGEST_TIMEOUT);
    return this;
  }

  /**
   * Sends the video in chunks of this many bytes, a multiple of 256 KiB. Without it, as Google
   * recommends, one request carries the whole rest. Pipes and growing files always go in chunks, of
   * 8 MiB if not set, each of them held in memory.
   */
  public UploadClientBuilder chunkBytes(long value) {
    if (value < CHUNK_UNIT || value % CHUNK_UNIT != 0) {
      throw new IllegalArgumentException(
          "chunkBytes must be a multiple of 262144 (256 KiB), was " + value);
    }
    this.chunkBytes = value;
    return this;
  }

  /**
   * Whether an upload without quota waits for the reset and goes on by itself; it fails if not set.
   * A pipe or growing file that has been looked at does not wait: its upload fails.
   */
  public UploadClientBuilder waitForQuota(boolean value) {
    this.waitForQuota = value;
    return this;
  }

  /** How many uploads run at once; 4 if not set. The others are queued. */
  public UploadClientBuilder maxConcurrentUploads(int value) {
    if (value < 1) {
      throw new IllegalArgumentException("maxConcurrentUploads must be 1 or more, was " + value);
    }
    this.maxConcurrentUploads = value;
    return this;
  }

  /**
   * How many of them may belong to one {@link UploadRequest.Builder#account account}; no limit if
   * not set. Accounts take turns in the queue either way, so one with many uploads does not delay
   * another's only one.
   */
  public UploadClientBuilder maxConcurrentUploadsPerAccount(int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "maxConcurrentUploadsPerAccount must be 1 or more, was " + value);
    }
    this.maxConcurrentUploadsPerAccount = value;
    return this;
  }

  UploadClientBuilder timing(TimeSource value) {
    this.timing = value;
    return this;
  }

  /**
   * Makes the client.
   *
   * @throws io.github.youtubeupload.store.UploadStoreException if the journal in the state
   *     directory cannot be used
   * @throws io.github.youtubeupload.quota.QuotaStoreException if the ledger in it cannot be used
   * @throws IllegalArgumentException if the state key is no AES key of 256 bits
   * @throws IllegalStateException if there is a state key without the journal that it is for
   */
  public UploadClient build() {
    if (stateKey != null && (stateDirectory == null || uploadStore != null)) {
      throw new IllegalStateException(
          "stateKey encrypts the journal of stateDirectory: set that, and no uploadStore; a store of"
              + " your own takes its key by UploadStore.directory(path, key)");
    }
    return new UploadClient(
        new Settings(
            credentials,
            new Settings.Api(
                transport,
                tls,
                endpoint,
                applicationName,
                new Timeouts(connectTimeout, answerTimeout, finalAnswerTimeout)),
            new Settings.Quota(project, quotaPolicy, ledger(), waitForQuota),
            new Settings.Storage(journal(), spoolDirectory()),
            new Settings.Transfer(
                retryPolicy,
                stallTimeout,
                chunkBytes,
                maxConcurrentUploads,
                maxConcurrentUploadsPerAccount),
            new ProcessClock(timing)));
  }

  private QuotaStore ledger() {
    if (quotaStore != null) {
      return quotaStore;
    }
    return stateDirectory == null ? QuotaStore.inMemory() : QuotaStore.directory(stateDirectory);
  }

  private UploadStore journal() {
    if (uploadStore != null) {
      return uploadStore;
    }
    if (stateDirectory == null) {
      return UploadStore.inMemory();
    }
    return stateKey == null
        ? UploadStore.directory(stateDirectory)
        : UploadStore.directory(stateDirectory, stateKey);
  }

  private SpoolDirectory spoolDirectory() {
    return stateDirectory == null
        ? SpoolDirectory.temporary(
            Path.of(System.getProperty("java.io.tmpdir")), System.getProperty("user.name", "user"))
        : SpoolDirectory.below(stateDirectory);
  }
}
