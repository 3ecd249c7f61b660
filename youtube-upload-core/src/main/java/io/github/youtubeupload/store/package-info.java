/**
 * The journal: what is written down about each upload so that it outlasts the process.
 *
 * <p>{@link io.github.youtubeupload.store.UploadStore} is the SPI, {@link
 * io.github.youtubeupload.store.UploadRecord} one line of it. {@code docs/exactly-once.md} gives
 * the order of writes and what a crash between any two of them leads to.
 */
@NullMarked
package io.github.youtubeupload.store;

import org.jspecify.annotations.NullMarked;
