package io.github.youtubeupload.internal.metadata;

import com.google.api.services.youtube.model.VideoSnippet;
import io.github.youtubeupload.store.UploadRecord;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a video says of itself, for comparing what was asked for with what YouTube keeps. White
 * space, invisible characters and Unicode forms do not count: it is not documented what YouTube
 * makes of them.
 */
public record VideoText(String title, String description, Set<String> tags) {
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

  public static VideoText asked(UploadRecord record) {
    return of(MetadataJson.read(record.metadata()).getSnippet());
  }

  public static VideoText of(@Nullable VideoSnippet snippet) {
    VideoSnippet given = snippet == null ? new VideoSnippet() : snippet;
    List<String> tags = given.getTags() == null ? List.of() : given.getTags();
    return new VideoText(
        plain(given.getTitle()),
        plain(given.getDescription()),
        tags.stream().map(VideoText::plain).collect(Collectors.toUnmodifiableSet()));
  }

  private static String plain(@Nullable String text) {
    String visible = INVISIBLE.matcher(text == null ? "" : text).replaceAll("");
    String composed = Normalizer.normalize(visible, Normalizer.Form.NFC);
    return SPACE.matcher(composed).replaceAll(" ").strip();
  }
}
