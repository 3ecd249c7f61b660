/**
 * JSON as plain Java values. Begin at {@link io.github.youtubeupload.testkit.internal.json.Json}.
 * Uses no other room.
 */
@NullMarked
package io.github.youtubeupload.testkit.internal.json;

import org.jspecify.annotations.NullMarked;
