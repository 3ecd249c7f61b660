package io.github.youtubeupload;

import com.google.api.services.youtube.model.Video;
import io.github.youtubeupload.internal.metadata.VideoText;
import io.github.youtubeupload.internal.protocol.ContentRange;
import io.github.youtubeupload.internal.protocol.Refusal;
import io.github.youtubeupload.store.UploadRecord;
import io.github.youtubeupload.store.UploadStep;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the answers in one session can be, by what was sent in it. A box on the way may deliver
 * somebody else's answer, or one of an earlier request; whatever cannot be true is not believed,
 * and the session is asked. Used by the upload's thread.
 */
final class AnswerCheck {
  private long sentUpTo;
  private boolean asking;
  private @Nullable Refusal ofLastByte;
  private @Nullable String doubted;

  private AnswerCheck(long sentUpTo) {
    this.sentUpTo = sentUpTo;
  }

  static AnswerCheck ofNewSession() {
    return new AnswerCheck(0);
  }

  /** Nobody knows how much an earlier run has sent. */
  static AnswerCheck ofResumedSession() {
    return new AnswerCheck(Long.MAX_VALUE);
  }

  void sending(ContentRange range) {
    sentUpTo = Math.max(sentUpTo, range.first() + range.length());
    asking = false;
    ofLastByte = null;
  }

  void asking() {
    asking = true;
  }

  /** Whether YouTube can hold this much. */
  boolean isPossible(long offset) {
    return offset <= sentUpTo;
  }

  /** After the last byte, a refusal says nothing of the video by itself. */
  void refusedAfterLastByte(Refusal refusal) {
    if (!asking) {
      ofLastByte = refusal;
    }
  }

  /**
   * How the last byte was refused, if it was: counts once the session says that it has no video.
   */
  Optional<Refusal> refusalOfLastByte() {
    return Optional.ofNullable(ofLastByte);
  }

  /** Why a final answer must not be believed yet; empty if it is this upload's. */
  Optional<String> doubt(UploadRecord record, Video video) {
    if (record.step() != UploadStep.FINALIZING) {
      return Optional.of("A final answer came before the last byte was sent");
    }
    VideoText made = VideoText.of(video.getSnippet());
    boolean another =
        !made.title().isEmpty() && !made.title().equals(VideoText.asked(record).title());
    boolean repeated = asking && video.getId().equals(doubted);
    if (!another || repeated) { // a session that names it when asked is right: it is not the title
      return Optional.empty();
    }
    doubted = asking ? video.getId() : null;
    return Optional.of("The final answer names a video with another title");
  }
}
