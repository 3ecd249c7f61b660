/**
 * Files that arrive in as many requests as it takes, by the tus protocol: a part stays until it is
 * whole, and becomes an upload then. The protocol is tus-java-server's; where parts are kept, who
 * may send them and what they may hold is ours. Begin at {@code ResumableController}.
 */
@NullMarked
package io.github.youtubeupload.examples.backend.resumable;

import org.jspecify.annotations.NullMarked;
