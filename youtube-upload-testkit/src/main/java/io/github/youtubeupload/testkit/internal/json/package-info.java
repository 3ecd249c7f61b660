/** JSON, as little of it as the API needs. Not for users of the testkit. */
@NullMarked
package io.github.youtubeupload.testkit.internal.json;

import org.jspecify.annotations.NullMarked;
