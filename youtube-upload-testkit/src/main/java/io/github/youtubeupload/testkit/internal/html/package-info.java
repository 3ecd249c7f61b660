/** The frame around every page, and text made harmless. Uses no other room. */
@NullMarked
package io.github.youtubeupload.testkit.internal.html;

import org.jspecify.annotations.NullMarked;
