/**
 * YouTube's resumable upload protocol: one request at a time in, one {@link
 * io.github.youtubeupload.internal.protocol.Reply} out. No retries, no state, no clock. The rules
 * are those of Google's guide to resumable uploads.
 */
@NullMarked
package io.github.youtubeupload.internal.protocol;

import org.jspecify.annotations.NullMarked;
