/** A loopback server that speaks YouTube's upload protocol; arrives with its own change. */
@NullMarked
package io.github.youtubeupload.testkit;

import org.jspecify.annotations.NullMarked;
