/**
 * START HERE: {@link io.github.youtubeupload.testkit.FakeYouTube}, a server on loopback that speaks
 * YouTube's upload protocol and misbehaves when told to.
 *
 * <p>Point any YouTube client at {@code rootUrl()}, give it {@code accessToken()}, upload, and look
 * at {@code videos()}. To break things on the way, give {@code script(...)} a {@link
 * io.github.youtubeupload.testkit.FaultScript} of {@link io.github.youtubeupload.testkit.Fault}s.
 */
@NullMarked
package io.github.youtubeupload.testkit;

import org.jspecify.annotations.NullMarked;
