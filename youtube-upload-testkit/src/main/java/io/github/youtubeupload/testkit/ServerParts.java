package io.github.youtubeupload.testkit;

import io.github.youtubeupload.testkit.internal.api.ApiRoutes;
import io.github.youtubeupload.testkit.internal.api.ChangeEndpoint;
import io.github.youtubeupload.testkit.internal.api.ReadEndpoint;
import io.github.youtubeupload.testkit.internal.oauth.AuthorizationCodes;
import io.github.youtubeupload.testkit.internal.oauth.Authorizer;
import io.github.youtubeupload.testkit.internal.oauth.ConsentPage;
import io.github.youtubeupload.testkit.internal.oauth.OAuthClient;
import io.github.youtubeupload.testkit.internal.oauth.OAuthRoutes;
import io.github.youtubeupload.testkit.internal.oauth.TokenEndpoint;
import io.github.youtubeupload.testkit.internal.oauth.Tokens;
import io.github.youtubeupload.testkit.internal.page.MediaEndpoint;
import io.github.youtubeupload.testkit.internal.page.PageRoutes;
import io.github.youtubeupload.testkit.internal.page.VideoPages;
import io.github.youtubeupload.testkit.internal.quota.QuotaLedger;
import io.github.youtubeupload.testkit.internal.server.ActiveScript;
import io.github.youtubeupload.testkit.internal.server.PublicRoot;
import io.github.youtubeupload.testkit.internal.server.RequestLog;
import io.github.youtubeupload.testkit.internal.server.Router;
import io.github.youtubeupload.testkit.internal.storage.TemporaryDirectory;
import io.github.youtubeupload.testkit.internal.storage.UploadFiles;
import io.github.youtubeupload.testkit.internal.upload.Session;
import io.github.youtubeupload.testkit.internal.upload.SessionEndpoint;
import io.github.youtubeupload.testkit.internal.upload.SessionStore;
import io.github.youtubeupload.testkit.internal.upload.UploadEndpoint;
import io.github.youtubeupload.testkit.internal.upload.UploadRoutes;
import io.github.youtubeupload.testkit.internal.upload.VideoTarget;
import io.github.youtubeupload.testkit.internal.video.VideoStore;
import java.io.IOException;
import java.util.List;

/** All that a server consists of, wired. */
final class ServerParts {
  final TemporaryDirectory directory = TemporaryDirectory.create();
  final RequestLog log = new RequestLog();
  final ActiveScript script = new ActiveScript();
  final Tokens tokens;
  final VideoStore videos;
  final QuotaLedger quota;
  final SessionStore sessions;
  private final Settings settings;
  private final UploadFiles files;

  ServerParts(Settings settings) {
    this.settings = settings;
    this.tokens = new Tokens(settings.clock());
    this.videos = new VideoStore(settings.clock());
    this.quota = new QuotaLedger(settings.clock(), settings.accounts().projects());
    this.files = new UploadFiles(settings.videos().storage(), directory.path());
    this.sessions = new SessionStore(settings.sessions(), settings.clock(), files);
  }

  /** Who answers which request. */
  Router router(PublicRoot root, Grant template) {
    Authorizer authorizer = new Authorizer(tokens);
    return new Router(
        settings.network(),
        script,
        log,
        List.of(uploads(authorizer, root), api(authorizer), oauth(template), pages()));
  }

  private UploadRoutes uploads(Authorizer authorizer, PublicRoot root) {
    VideoTarget target =
        new VideoTarget(
            videos,
            quota,
            settings.videos().channelUploadLimit(),
            settings.sessions().finalStatus());
    return new UploadRoutes(
        new UploadEndpoint(target, sessions, files, authorizer, root),
        new SessionEndpoint(sessions, authorizer, root));
  }

  private ApiRoutes api(Authorizer authorizer) {
    ReadEndpoint read =
        new ReadEndpoint(
            videos,
            settings.accounts().channels(),
            settings.videos().processedAfterPolls(),
            quota,
            authorizer);
    return new ApiRoutes(read, new ChangeEndpoint(videos, quota, authorizer));
  }

  private OAuthRoutes oauth(Grant template) {
    AuthorizationCodes codes = new AuthorizationCodes(template);
    OAuthClient client = settings.accounts().client();
    return new OAuthRoutes(
        new ConsentPage(client, settings.accounts().channels(), codes),
        new TokenEndpoint(client, settings.clock(), tokens, codes));
  }

  private PageRoutes pages() {
    boolean plays = settings.videos().storage() == Storage.DISK;
    return new PageRoutes(new VideoPages(videos, plays), new MediaEndpoint(videos));
  }

  /** Lets go of all files and deletes them. */
  void close() throws IOException {
    for (Session session : sessions.all()) {
      session.close();
    }
    directory.delete();
  }
}
