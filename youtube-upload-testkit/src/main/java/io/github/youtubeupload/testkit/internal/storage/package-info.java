/**
 * Bytes on disk, or only their hash. Begin at {@link
 * io.github.youtubeupload.testkit.internal.storage.StoredBytes}. Uses no other room.
 */
@NullMarked
package io.github.youtubeupload.testkit.internal.storage;

import org.jspecify.annotations.NullMarked;
