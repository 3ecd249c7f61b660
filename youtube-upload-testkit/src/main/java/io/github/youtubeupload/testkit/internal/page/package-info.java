/**
 * What a person sees in a browser. Begin at {@link
 * io.github.youtubeupload.testkit.internal.page.PageRoutes}. Uses {@code video}, {@code metadata},
 * {@code storage}, {@code server} and the rooms below them, {@code html}.
 */
@NullMarked
package io.github.youtubeupload.testkit.internal.page;

import org.jspecify.annotations.NullMarked;
