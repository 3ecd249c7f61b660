/**
 * What is not an upload: lists, updates, deletion. Begin at {@link
 * io.github.youtubeupload.testkit.internal.api.ApiRoutes}. Uses {@code video}, {@code metadata},
 * {@code oauth}, {@code quota} and the rooms below them.
 */
@NullMarked
package io.github.youtubeupload.testkit.internal.api;

import org.jspecify.annotations.NullMarked;
