package io.github.youtubeupload.testkit.internal.page;

import io.github.youtubeupload.testkit.internal.http.Reply;
import io.github.youtubeupload.testkit.internal.http.ReplyBody;
import io.github.youtubeupload.testkit.internal.http.Request;
import io.github.youtubeupload.testkit.internal.video.StoredVideo;
import io.github.youtubeupload.testkit.internal.video.VideoStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plays uploaded videos back, whole or by {@code Range}. */
public final class MediaEndpoint {
  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  private final VideoStore videos;

  public MediaEndpoint(VideoStore videos) {
    this.videos = videos;
  }

  Reply get(Request request, String id) {
    Optional<StoredVideo> found = videos.find(id);
    if (found.isEmpty() || !Files.exists(found.get().bytes().file())) {
      return Reply.empty(404);
    }
    Path file = found.get().bytes().file();
    long size = found.get().bytes().length();
    String type = found.get().contentType();
    Matcher range = RANGE.matcher(request.headers().first("Range").orElse(""));
    if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
      return reply(200, type, new Slice(file, 0, size));
    }
    boolean suffix = range.group(1).isEmpty();
    long end = suffix || range.group(2).isEmpty() ? size - 1 : Long.parseLong(range.group(2));
    long start = suffix ? size - Long.parseLong(range.group(2)) : Long.parseLong(range.group(1));
    long first = Math.max(0, start);
    long last = Math.min(end, size - 1);
    if (first > last) {
      return Reply.empty(416).with("Content-Range", "bytes */" + size);
    }
    return reply(206, type, new Slice(file, first, last - first + 1))
        .with("Content-Range", "bytes " + first + "-" + last + "/" + size);
  }

  private static Reply reply(int status, String type, Slice slice) {
    // A browser plays a file of unknown kind only if it may look for itself.
    String shown = type.equals("application/octet-stream") ? "video/mp4" : type;
    return new Reply(status, Map.of("Content-Type", shown), slice).with("Accept-Ranges", "bytes");
  }

  private record Slice(Path file, long first, long length) implements ReplyBody {
    @Override
    public void writeTo(OutputStream out) throws IOException {
      try (InputStream in = Files.newInputStream(file)) {
        in.skipNBytes(first);
        byte[] block = new byte[64 * 1024];
        for (long left = length; left > 0; ) {
          int n = in.read(block, 0, (int) Math.min(block.length, left));
          if (n < 0) {
            throw new IOException("The video was deleted while it was played");
          }
          out.write(block, 0, n);
          left -= n;
        }
      }
    }
  }
}
