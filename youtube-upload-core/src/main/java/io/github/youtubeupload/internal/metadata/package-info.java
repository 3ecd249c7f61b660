/**
 * Metadata on the wire: what is asked for as YouTube's JSON, and what YouTube made of it compared
 * with that. May use the metadata, the records of the journal, and Google's models.
 */
@NullMarked
package io.github.youtubeupload.internal.metadata;

import org.jspecify.annotations.NullMarked;
