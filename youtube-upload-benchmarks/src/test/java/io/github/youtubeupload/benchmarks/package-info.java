/** Tests of the server, with a client of raw sockets and with Google's own. */
@NullMarked
package io.github.youtubeupload.benchmarks;

import org.jspecify.annotations.NullMarked;
