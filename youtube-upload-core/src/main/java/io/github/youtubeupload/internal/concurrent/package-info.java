/**
 * Threads, and how they are told to stop: the stop signal, calls into code of others that a stop
 * must not wait for, stalls, and the clock. Knows nothing of YouTube; may use the JDK alone. Begin
 * with {@link io.github.youtubeupload.internal.concurrent.StopSignal}.
 */
@NullMarked
package io.github.youtubeupload.internal.concurrent;

import org.jspecify.annotations.NullMarked;
