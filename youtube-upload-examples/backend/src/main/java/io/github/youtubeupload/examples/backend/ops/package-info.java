/**
 * For those who run the service: metrics, health, log lines, and a call when an upload fails. Each
 * hears of uploads as an {@code UploadObserver}; nothing uses this package.
 */
@NullMarked
package io.github.youtubeupload.examples.backend.ops;

import org.jspecify.annotations.NullMarked;
