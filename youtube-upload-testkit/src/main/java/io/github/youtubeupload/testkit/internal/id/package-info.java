/** Names that nobody can guess: tokens, session ids, video ids. Uses no other room. */
@NullMarked
package io.github.youtubeupload.testkit.internal.id;

import org.jspecify.annotations.NullMarked;
