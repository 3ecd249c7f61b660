package io.github.youtubeupload.testkit.internal.upload;

import io.github.youtubeupload.testkit.Grant;
import io.github.youtubeupload.testkit.internal.http.Reply;
import io.github.youtubeupload.testkit.internal.metadata.MediaType;
import io.github.youtubeupload.testkit.internal.metadata.UploadRequest;
import io.github.youtubeupload.testkit.internal.oauth.Scopes;
import io.github.youtubeupload.testkit.internal.refusal.Refusal;
import io.github.youtubeupload.testkit.internal.refusal.Refusals;
import io.github.youtubeupload.testkit.internal.storage.StoredBytes;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What is uploaded: its rules, its price, and what becomes of the bytes. Thread-safe. */
public interface UploadTarget {
  /** What a token must have. */
  Scopes scopes();

  /** What is taken. */
  Limits limits();

  /** The refusal that comes before anything of the request is read; charges nothing. */
  Optional<Refusal> admit(Grant grant);

  /** What is wrong with the request itself. */
  Optional<Refusal> check(UploadRequest request);

  /** Charges a valid request, or refuses it. */
  Optional<Refusal> charge(Grant grant);

  /** What {@link #charge} charges. */
  long cost(Grant grant);

  /** Charges a request that was refused as invalid. */
  void chargeInvalid(Grant grant);

  /**
   * Makes of the bytes what they are for. The bytes belong to the target from then on.
   *
   * @param session number of the session; 0 if all came in one request
   */
  Outcome complete(UploadRequest request, long session, StoredBytes bytes) throws IOException;

  /**
   * What is taken.
   *
   * @param makesVideos whether a session of it is a {@code FakeSession}
   * @param mediaOnly whether bytes may come without any resource ({@code uploadType=media})
   * @param mostBytes of content
   * @param types of content, such as {@code video/*}
   */
  record Limits(boolean makesVideos, boolean mediaOnly, long mostBytes, List<String> types) {
    boolean take(String contentType) {
      String name = MediaType.name(contentType);
      return types.stream()
          .anyMatch(type -> type.equals(name) || (type.endsWith("/*") && matches(type, name)));
    }

    private static boolean matches(String pattern, String name) {
      return pattern.startsWith("*") || name.startsWith(pattern.substring(0, pattern.length() - 1));
    }
  }

  /**
   * How an upload ended.
   *
   * @param videoId the video that was made, if one was
   */
  record Outcome(Reply reply, Optional<String> videoId) {
    static Outcome refused(Refusal why) {
      return new Outcome(why.reply(), Optional.empty());
    }
  }

  /** {@link #complete}, if there is as much as can be taken. */
  default Outcome finish(UploadRequest request, long session, StoredBytes bytes)
      throws IOException {
    if (bytes.length() == 0 || bytes.length() > limits().mostBytes()) {
      boolean none = bytes.length() == 0;
      bytes.delete();
      return Outcome.refused(none ? Refusals.noMedia() : Refusals.tooLarge());
    }
    return complete(request, session, bytes);
  }
}
