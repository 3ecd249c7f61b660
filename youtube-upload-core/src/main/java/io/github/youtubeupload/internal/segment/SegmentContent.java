package io.github.youtubeupload.internal.segment;

import com.google.api.client.http.HttpContent;
import io.github.youtubeupload.internal.concurrent.StallDetector;
import java.io.IOException;
import java.io.OutputStream;

/** A segment as the body of a PUT: watched for stalls, counted as progress. */
public final class SegmentContent implements HttpContent {
  private final Segments.Segment segment;
  private final String contentType;
  private final StallDetector watch;
  private final Observer observer;

  public SegmentContent(
      Segments.Segment segment, String contentType, StallDetector watch, Observer observer) {
    this.segment = segment;
    this.contentType = contentType;
    this.watch = watch;
    this.observer = observer;
  }

  /** Hears how far the body has got; called by the thread that sends. */
  public interface Observer {
    /** Bytes up to this offset of the video were handed to the network. */
    void sent(long offset);

    /** Nothing is left to send: the answer says whether there is a video. */
    void lastByteSent();
  }

  @Override
  public long getLength() {
    return segment.range().length();
  }

  @Override
  public String getType() {
    return contentType;
  }

  @Override
  public boolean retrySupported() {
    return false;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    segment.writeTo(new WatchedBody(out, segment.range().first()));
    if (segment.range().isLast()) {
      observer.lastByteSent();
    }
  }

  private final class WatchedBody extends OutputStream {
    private final OutputStream out;
    private long offset;

    WatchedBody(OutputStream out, long offset) {
      this.out = out;
      this.offset = offset;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      watch.writing();
      try {
        out.write(bytes, from, length);
      } finally {
        watch.wrote();
      }
      offset += length;
      observer.sent(offset);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }
  }
}
