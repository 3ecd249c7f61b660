/**
 * Who is calling, and with which channel: sign-in at the consent screen, the signed session cookie,
 * bearer tokens, and the credentials kept encrypted for uploads that go on after a restart. Uses
 * {@code web} and what that uses.
 */
@NullMarked
package io.github.youtubeupload.examples.backend.account;

import org.jspecify.annotations.NullMarked;
