/**
 * Consent, codes, tokens, and who may call what. Begin at {@link
 * io.github.youtubeupload.testkit.internal.oauth.OAuthRoutes} for the endpoints, at {@link
 * io.github.youtubeupload.testkit.internal.oauth.Authorizer} for what every other endpoint asks
 * first. Uses {@code server} and the rooms below it, {@code html}, {@code id}.
 */
@NullMarked
package io.github.youtubeupload.testkit.internal.oauth;

import org.jspecify.annotations.NullMarked;
