/**
 * The library embedded as a host embeds it, and what else is asked of Google: whose channel, which
 * scopes. Begin with {@code LibraryConfiguration}. Uses {@code settings} and {@code state}.
 */
@NullMarked
package io.github.youtubeupload.examples.backend.youtube;

import org.jspecify.annotations.NullMarked;
