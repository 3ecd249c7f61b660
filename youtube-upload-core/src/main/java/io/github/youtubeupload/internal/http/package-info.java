/**
 * Reads answers of HTTP/1.1 as RFC 9112 frames them, and nothing that only looks like one: a head
 * is whole, a body is whole, or there was no answer. No sockets, no policy.
 */
@NullMarked
package io.github.youtubeupload.internal.http;

import org.jspecify.annotations.NullMarked;
