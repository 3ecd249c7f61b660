/**
 * The way of a request: which room answers it, which fault strikes it, what is recorded of it.
 * Begin at {@link io.github.youtubeupload.testkit.internal.server.Router}. Uses {@code http},
 * {@code refusal}, {@code concurrent}; the rooms with endpoints use it, never the other way round.
 */
@NullMarked
package io.github.youtubeupload.testkit.internal.server;

import org.jspecify.annotations.NullMarked;
