/**
 * The first upload in one command. Start in {@link
 * io.github.youtubeupload.examples.quickstart.Quickstart}.
 */
@NullMarked
package io.github.youtubeupload.examples.quickstart;

import org.jspecify.annotations.NullMarked;
