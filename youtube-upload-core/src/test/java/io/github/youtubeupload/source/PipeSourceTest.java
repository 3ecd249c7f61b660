package io.github.youtubeupload.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PipeSourceTest {
  private final TestContext context = TestContext.in(Path.of("none"));
  private final Producer producer = new Producer();
  private final VideoSource pipe = VideoSource.pipe("v.mp4", producer);

  @Test
  void endsTheProducerThatAResumedUploadHasNoUseFor() {
    SourceDescription before =
        new SourceDescription("v.mp4", "video/mp4", OptionalLong.empty(), "pipe:1", false);
    assertThatThrownBy(() -> pipe.prepare(context.after(before)))
        .isInstanceOf(SourceChangedException.class);
    assertThat(producer.destroyed).isTrue();
    assertThat(producer.closed).isTrue();
  }

  @Test
  void leavesTheProducerToTheUploadThatReadsIt() throws IOException {
    PreparedSource first = pipe.prepare(context);
    assertThatThrownBy(() -> pipe.prepare(context)).hasMessageContaining("read only once");
    assertThatThrownBy(() -> pipe.prepare(context.after(first.description())))
        .isInstanceOf(SourceChangedException.class);
    assertThat(producer.destroyed).isFalse();
    first.close();
    assertThat(producer.destroyed).isTrue();
  }

  /** A process that has a video to give and would wait for ever to give it. */
  private static final class Producer extends Process {
    private volatile boolean destroyed;
    private volatile boolean closed;
    private final InputStream output =
        new ByteArrayInputStream(TestContent.video(2_000)) {
          @Override
          public void close() {
            closed = true;
          }
        };

    @Override
    public InputStream getInputStream() {
      return output;
    }

    @Override
    public InputStream getErrorStream() {
      return InputStream.nullInputStream();
    }

    @Override
    public OutputStream getOutputStream() {
      return OutputStream.nullOutputStream();
    }

    @Override
    public int waitFor() {
      return exitValue();
    }

    @Override
    public int exitValue() {
      throw new IllegalThreadStateException("still running");
    }

    @Override
    public void destroy() {
      destroyed = true;
    }
  }
}
