package io.github.youtubeupload.examples.render;

import io.github.youtubeupload.source.VideoSource;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A render under way.
 *
 * @param by who renders, for people
 * @param source gives the video while it is being made
 * @param frames how many frames are done
 */
record Rendering(String by, VideoSource source, AtomicInteger frames) {
  static final int FRAMES_PER_SECOND = 30;
  static final int FRAMES = 4 * FRAMES_PER_SECOND;
}
