package io.github.youtubeupload;

import com.google.api.client.http.HttpContent;
import java.io.IOException;
import java.io.OutputStream;

/** A segment as the body of a PUT: watched for stalls, counted as progress. */
final class SegmentContent implements HttpContent {
  private final Segments.Segment segment;
  private final String contentType;
  private final StallWatch watch;
  private final ProgressMeter progress;

  SegmentContent(
      Segments.Segment segment, String contentType, StallWatch watch, ProgressMeter progress) {
    this.segment = segment;
    this.contentType = contentType;
    this.watch = watch;
    this.progress = progress;
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
    segment.writeTo(new Watched(out, segment.range().first()));
    if (segment.range().isLast()) {
      progress.state(UploadState.FINALIZING);
    }
  }

  private final class Watched extends OutputStream {
    private final OutputStream out;
    private long offset;

    Watched(OutputStream out, long offset) {
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
      progress.sent(offset);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }
  }
}
