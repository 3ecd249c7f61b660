/** Credentials for a YouTube channel, on top of google-auth-library. */
@NullMarked
package io.github.youtubeupload.auth;

import org.jspecify.annotations.NullMarked;
