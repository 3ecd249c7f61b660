package io.github.youtubeupload.source;

import static java.util.Objects.requireNonNull;

import io.github.youtubeupload.internal.media.VideoType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Content behind channels that somebody else opens, such as the client of an object store. */
final class SeekableSource implements VideoSource {
  private static final int HEAD_BYTES = 1024;

  private final String name;
  private final String version;
  private final SeekableOpener opener;

  SeekableSource(String name, String version, SeekableOpener opener) {
    this.name = requireNonNull(name, "name");
    this.version = requireNonNull(version, "version");
    this.opener = requireNonNull(opener, "opener");
  }

  @Override
  public PreparedSource prepare(SourceContext context) throws IOException {
    long size;
    byte[] head;
    try (SeekableByteChannel channel = opener.open()) {
      size = channel.size();
      head = Channels.newInputStream(channel).readNBytes(HEAD_BYTES);
    }
    if (size == 0 || head.length == 0) {
      throw new IOException(name + " is empty; YouTube refuses an empty video");
    }
    String fingerprint = "channel:size=" + size + ";version=" + version;
    if (context.earlier().isPresent()
        && !context.earlier().get().fingerprint().equals(fingerprint)) {
      throw new SourceChangedException(name + " is not the content this upload began with");
    }
    String type = VideoType.of(name, head);
    return new Prepared(
        opener, new SourceDescription(name, type, OptionalLong.of(size), fingerprint, true));
  }

  @Override
  public String toString() {
    return name;
  }

  private static final class Prepared implements PreparedSource {
    private final SeekableOpener opener;
    private final SourceDescription description;
    private volatile @Nullable SeekableByteChannel open;

    Prepared(SeekableOpener opener, SourceDescription description) {
      this.opener = opener;
      this.description = description;
    }

    @Override
    public SourceDescription description() {
      return description;
    }

    @Override
    public InputStream open(long offset) throws IOException {
      SeekableByteChannel channel = opener.open();
      open = channel;
      channel.position(offset);
      return Channels.newInputStream(channel);
    }

    @Override
    public void close() {
      SeekableByteChannel channel = open;
      if (channel != null) {
        try {
          channel.close();
        } catch (IOException e) {
          // it was only read from
        }
      }
    }
  }
}
