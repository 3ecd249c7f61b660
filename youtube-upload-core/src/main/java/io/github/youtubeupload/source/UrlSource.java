package io.github.youtubeupload.source;

import static java.util.Objects.requireNonNull;

import io.github.youtubeupload.internal.origin.OriginConnection.Timeouts;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A video behind an http or https URL, relayed through one small buffer while it arrives. {@code
 * docs/sources.md} tells what is asked of the origin and what happens if it misbehaves. Immutable;
 * {@code toString} and every message leave out query and headers.
 */
public final class UrlSource implements VideoSource {
  private final UrlOptions options;
  private final boolean plain;

  private UrlSource(UrlOptions options, boolean plain) {
    this.options = options;
    this.plain = plain;
  }

  /** Starts with the defaults of {@link VideoSource#url}. */
  public static Builder builder(URI url) {
    return new Builder(url);
  }

  @Override
  public PreparedSource prepare(SourceContext context) throws IOException {
    return UrlPreparation.prepare(options, context);
  }

  /** The URL, if it and nothing else is needed: it is then no secret. */
  @Override
  public Optional<String> locator() {
    URI url = options.target().url();
    boolean bare = plain && url.getRawQuery() == null && url.getRawUserInfo() == null;
    return bare && url.getHost() != null ? Optional.of(options.toString()) : Optional.empty();
  }

  @Override
  public String toString() {
    return options.toString();
  }

  /** Collects the options. Not thread-safe. */
  public static final class Builder {
    /** These say which bytes are meant, and are the library's to say. */
    private static final Set<String> RESERVED =
        Set.of(
            "host",
            "range",
            "if-range",
            "accept-encoding",
            "connection",
            "content-length",
            "transfer-encoding");

    private final URI url;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private @Nullable String name;
    private HostPolicy policy = HostPolicy.publicOnly();
    private Duration connectTimeout = Duration.ofSeconds(20);
    private Duration answerTimeout = Duration.ofSeconds(60);
    private Duration stallTimeout = Duration.ofSeconds(30);
    private long sizeLimit = 256_000_000_000L;
    private long spoolLimit = 16L << 30;
    private long minBytesPerSecond = 1024;
    private int attempts = 8;
    private Duration backoff = Duration.ofMillis(250);
    private @Nullable SSLSocketFactory tls;
    private @Nullable UrlRenewal renewal;
    private boolean plain = true;

    private Builder(URI url) {
      this.url = requireNonNull(url, "url");
    }

    /**
     * A header for the origin, such as {@code Authorization}. It is sent to the scheme, host and
     * port of the URL only, never to where a redirect leads.
     *
     * @throws IllegalArgumentException if it is malformed, or one the library sets itself
     */
    public Builder header(String headerName, String value) {
      if (!headerName.matches("[!#-'*+.0-9A-Z^-z|~-]+") || !value.matches("[\\x20-\\x7e\\t]*")) {
        throw new IllegalArgumentException(
            "the header is malformed: its name must be a token, its value printable ASCII");
      }
      if (RESERVED.contains(headerName.toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException(headerName + " is set by the library");
      }
      headers.put(headerName, value);
      return special();
    }

    /** A name for people, instead of the last part of the URL's path. */
    public Builder name(String value) {
      this.name = requireNonNull(value, "name");
      return special();
    }

    /** Where the URL may lead; public addresses only if not set. */
    public Builder hostPolicy(HostPolicy value) {
      this.policy = requireNonNull(value, "hostPolicy");
      return special();
    }

    /** How long to wait for a connection; 20 s if not set. */
    public Builder connectTimeout(Duration value) {
      this.connectTimeout = positive("connectTimeout", value);
      return special();
    }

    /** How long the head of an answer may take, TLS handshake included; 60 s if not set. */
    public Builder answerTimeout(Duration value) {
      this.answerTimeout = positive("answerTimeout", value);
      return special();
    }

    /** How long the origin may send no byte before it is asked again; 30 s if not set. */
    public Builder stallTimeout(Duration value) {
      this.stallTimeout = positive("stallTimeout", value);
      return special();
    }

    /** The largest video that is fetched, 1 byte or more; YouTube's 256 GB if not set. */
    public Builder sizeLimit(long bytes) {
      this.sizeLimit = atLeast(1, "sizeLimit", bytes);
      return special();
    }

    /**
     * The most bytes that are put on disk when the origin makes spooling necessary, 0 for none; 16
     * GiB if not set.
     */
    public Builder spoolLimit(long bytes) {
      this.spoolLimit = atLeast(0, "spoolLimit", bytes);
      return special();
    }

    /**
     * Below this speed, measured over the stall timeout while waiting for the origin, it is given
     * up as one that means to hold the connection; 1024 bytes a second if not set, 0 for any speed.
     */
    public Builder minBytesPerSecond(long value) {
      this.minBytesPerSecond = atLeast(0, "minBytesPerSecond", value);
      return special();
    }

    /** How often in a row the origin may fail without a byte gained; 8 if not set. */
    public Builder attempts(int value) {
      this.attempts = Math.toIntExact(atLeast(1, "attempts", value));
      return special();
    }

    /** The first wait between attempts, doubled each time up to 15 s; 250 ms if not set. */
    public Builder backoff(Duration value) {
      this.backoff = positive("backoff", value);
      return special();
    }

    /** Makes the TLS sockets, for origins with a private certificate authority. */
    public Builder sslSocketFactory(SSLSocketFactory value) {
      this.tls = requireNonNull(value, "sslSocketFactory");
      return special();
    }

    /** Asked for a fresh URL when a signed one has expired. */
    public Builder renewal(UrlRenewal value) {
      this.renewal = requireNonNull(value, "renewal");
      return special();
    }

    /** Makes the source. The URL is checked when the upload begins. */
    public UrlSource build() {
      return new UrlSource(
          new UrlOptions(
              new UrlOptions.Target(
                  url, name, Collections.unmodifiableMap(new TreeMap<>(headers)), tls, renewal),
              policy,
              new Timeouts(connectTimeout, answerTimeout, stallTimeout),
              new UrlOptions.Limits(sizeLimit, spoolLimit, minBytesPerSecond),
              new UrlOptions.RetryPolicy(attempts, backoff)),
          plain);
    }

    private Builder special() {
      plain = false;
      return this;
    }

    private static long atLeast(long least, String what, long value) {
      if (value < least) {
        throw new IllegalArgumentException(what + " must be " + least + " or more, was " + value);
      }
      return value;
    }

    private static Duration positive(String what, Duration value) {
      if (value.isNegative() || value.isZero()) {
        throw new IllegalArgumentException(what + " must be above zero, was " + value);
      }
      return value;
    }
  }
}
