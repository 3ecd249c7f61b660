package io.github.youtubeupload.metadata;

import static java.util.Objects.requireNonNull;

/**
 * Title and description in one more language; the same limits as for the main ones.
 *
 * @param title the title in that language
 * @param description the description in that language, may be empty
 */
public record Localization(String title, String description) {
  public Localization {
    requireNonNull(title, "title");
    requireNonNull(description, "description");
  }
}
