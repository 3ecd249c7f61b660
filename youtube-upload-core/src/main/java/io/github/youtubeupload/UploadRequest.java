package io.github.youtubeupload;

import static java.util.Objects.requireNonNull;

import com.google.auth.Credentials;
import io.github.youtubeupload.internal.metadata.MetadataJson;
import io.github.youtubeupload.metadata.VideoMetadata;
import io.github.youtubeupload.source.VideoSource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One video to put on one channel. Immutable, and may be submitted again: the id makes it one
 * upload.
 */
public final class UploadRequest {
  /** Begins the parameter that names a content owner. */
  static final String CONTENT_OWNER = "&onBehalfOfContentOwner=";

  private final Builder values;
  private final VideoSource source;
  private final VideoMetadata metadata;

  private UploadRequest(Builder values, VideoSource source, VideoMetadata metadata) {
    this.values = values;
    this.source = source;
    this.metadata = metadata;
  }

  /** Starts a request with a random id. */
  public static Builder builder() {
    return new Builder();
  }

  /** What makes two submissions the same upload. */
  public String id() {
    return values.id;
  }

  /** The video. */
  public VideoSource source() {
    return source;
  }

  /** What is said about it. */
  public VideoMetadata metadata() {
    return metadata;
  }

  /** The credentials of the channel; empty for the client's. */
  public Optional<Credentials> credentials() {
    return Optional.ofNullable(values.credentials);
  }

  /** The host's name for the channel's credentials; empty if there is only one. */
  public String account() {
    return values.account;
  }

  /** The project that pays; empty for the client's. */
  public Optional<String> project() {
    return Optional.ofNullable(values.project);
  }

  /** Who hears of the progress. */
  public ProgressListener listener() {
    return values.listener;
  }

  /** The query of the request that opens the session. */
  String parameters() {
    StringBuilder query = new StringBuilder("part=").append(MetadataJson.part(metadata));
    query.append("&notifySubscribers=").append(values.notifySubscribers);
    if (values.contentOwner != null) {
      query.append(CONTENT_OWNER).append(encode(values.contentOwner));
    }
    if (values.contentOwnerChannel != null) {
      query.append("&onBehalfOfContentOwnerChannel=").append(encode(values.contentOwnerChannel));
    }
    return query.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Collects the parts. Not thread-safe. */
  public static final class Builder {
    private String id = UUID.randomUUID().toString();
    private @Nullable VideoSource source;
    private @Nullable VideoMetadata metadata;
    private @Nullable Credentials credentials;
    private String account = "";
    private @Nullable String project;
    private ProgressListener listener = ProgressListener.NONE;
    private boolean notifySubscribers = true;
    private @Nullable String contentOwner;
    private @Nullable String contentOwnerChannel;

    private Builder() {}

    private Builder(Builder other) {
      this.id = other.id;
      this.credentials = other.credentials;
      this.account = other.account;
      this.project = other.project;
      this.listener = other.listener;
      this.notifySubscribers = other.notifySubscribers;
      this.contentOwner = other.contentOwner;
      this.contentOwnerChannel = other.contentOwnerChannel;
    }

    /**
     * The caller's own id of this request, such as a job number: 1 to 200 characters without
     * control characters. The same id again is the same upload, in this process or after a restart.
     */
    public Builder id(String value) {
      if (value.isBlank()
          || value.length() > 200
          || value.chars().anyMatch(Character::isISOControl)) {
        throw new IllegalArgumentException(
            "id must be 1 to 200 characters without control characters, found "
                + value.length()
                + " characters");
      }
      this.id = value;
      return this;
    }

    /** Required. */
    public Builder source(VideoSource value) {
      this.source = requireNonNull(value, "source");
      return this;
    }

    /** Required. */
    public Builder metadata(VideoMetadata value) {
      this.metadata = requireNonNull(value, "metadata");
      return this;
    }

    /** The channel's credentials, when they are not the client's. */
    public Builder credentials(Credentials value) {
      this.credentials = requireNonNull(value, "credentials");
      return this;
    }

    /**
     * A name for these credentials, kept with the upload so that a restart can find them again:
     * whoever resumes or reconciles it gives them by {@link Resumption#credentials}.
     */
    public Builder account(String value) {
      this.account = requireNonNull(value, "account");
      return this;
    }

    /** The Google Cloud project the credentials belong to, when it is not the client's. */
    public Builder project(String value) {
      this.project = requireNonNull(value, "project");
      return this;
    }

    /** Who hears of the progress. */
    public Builder listener(ProgressListener value) {
      this.listener = requireNonNull(value, "listener");
      return this;
    }

    /** Whether the channel's subscribers are told; they are if not set. */
    public Builder notifySubscribers(boolean value) {
      this.notifySubscribers = value;
      return this;
    }

    /** For content partners: on whose behalf, and for which of the owner's channels. */
    public Builder onBehalfOf(String owner, String channel) {
      this.contentOwner = requireNonNull(owner, "owner");
      this.contentOwnerChannel = requireNonNull(channel, "channel");
      return this;
    }

    /**
     * Makes the request.
     *
     * @throws IllegalStateException if source or metadata are missing
     */
    public UploadRequest build() {
      if (source == null || metadata == null) {
        throw new IllegalStateException(
            (source == null ? "source" : "metadata") + " is missing: set it before build()");
      }
      return new UploadRequest(new Builder(this), source, metadata);
    }
  }
}
