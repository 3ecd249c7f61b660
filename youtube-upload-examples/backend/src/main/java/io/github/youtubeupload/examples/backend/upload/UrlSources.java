package io.github.youtubeupload.examples.backend.upload;

import io.github.youtubeupload.examples.backend.settings.BackendSettings;
import io.github.youtubeupload.examples.backend.state.StateKey;
import io.github.youtubeupload.examples.backend.web.ApiException;
import io.github.youtubeupload.examples.backend.youtube.YouTubeServer;
import io.github.youtubeupload.source.HostPolicy;
import io.github.youtubeupload.source.UrlSource;
import io.github.youtubeupload.source.VideoSource;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Videos at addresses that callers give, which are never to be trusted: the library checks the
 * address at every connection, and here once more while the caller can still be told.
 */
@Component
final class UrlSources {
  private static final String PURPOSE = "video url";

  private final IncomingFiles files;
  private final StateKey sealer;
  private final HostPolicy policy;
  private final long sizeLimit;
  private final boolean demo;

  UrlSources(
      IncomingFiles files, StateKey sealer, BackendSettings settings, YouTubeServer youtube) {
    this.files = files;
    this.sealer = sealer;
    this.sizeLimit = settings.limits().fileBytes();
    this.demo = youtube.demo().isPresent();
    HostPolicy allowed = HostPolicy.publicOnly();
    for (String host : settings.allowedSourceHosts()) {
      allowed = allowed.allowHost(host);
    }
    this.policy = allowed;
  }

  VideoSource of(String address) {
    URI url = parsed(address);
    try {
      policyFor(url).check(url);
    } catch (IOException | IllegalArgumentException e) {
      throw refused(String.valueOf(e.getMessage()).replaceFirst("; allow it in .*", ""));
    }
    return source(url);
  }

  /** Keeps the address for a restart, encrypted, because it may be signed. */
  void remember(String uploadId, String address) throws IOException {
    files.writeNote(uploadId, sealer.seal(PURPOSE, address));
  }

  /** The source of an upload that an earlier process began with an address. */
  Optional<VideoSource> remembered(String uploadId) {
    return files
        .readNote(uploadId)
        .flatMap(note -> sealer.open(PURPOSE, note))
        .map(address -> source(parsed(address)));
  }

  private VideoSource source(URI url) {
    return UrlSource.builder(url).hostPolicy(policyFor(url)).sizeLimit(sizeLimit).build();
  }

  /** The demo may fetch its own sample, which is on this machine. */
  private HostPolicy policyFor(URI url) {
    boolean sample =
        demo && "localhost".equals(url.getHost()) && "/demo/friends.mp4".equals(url.getPath());
    return sample ? policy.allowHost("localhost") : policy;
  }

  private static URI parsed(String address) {
    try {
      URI url = new URI(address.strip());
      String scheme = String.valueOf(url.getScheme());
      if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
        throw refused("only http and https addresses are fetched");
      }
      if (url.getHost() == null || url.getRawUserInfo() != null) {
        throw refused("it must name a host, and no user or password");
      }
      return url;
    } catch (URISyntaxException e) {
      throw refused("it is no valid address");
    }
  }

  private static ApiException refused(String why) {
    return ApiException.badRequest("refused_url", "This URL cannot be used: " + why);
  }
}
