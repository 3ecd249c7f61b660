/** Tests of the JSON reader and writer. */
@NullMarked
package io.github.youtubeupload.testkit.internal.json;

import org.jspecify.annotations.NullMarked;
