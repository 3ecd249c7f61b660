/**
 * The video resource as a client sends it, and what YouTube refuses in it. Begin at {@link
 * io.github.youtubeupload.testkit.internal.metadata.MetadataRules}: a new field is a line there.
 * Uses {@code json}, {@code http}, {@code refusal}.
 */
@NullMarked
package io.github.youtubeupload.testkit.internal.metadata;

import org.jspecify.annotations.NullMarked;
