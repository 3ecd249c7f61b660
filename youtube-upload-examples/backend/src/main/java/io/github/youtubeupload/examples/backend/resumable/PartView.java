package io.github.youtubeupload.examples.backend.resumable;

import java.time.Instant;

/**
 * A file that has not arrived whole, as its owner is shown it.
 *
 * @param uploadId also the upload's, once it is whole
 * @param location where the rest is sent to
 * @param lastModified of the file, as its sender said; empty if not
 * @param receiving whether some of it is coming in at this moment
 */
record PartView(
    String uploadId,
    String location,
    String title,
    String fileName,
    String lastModified,
    long bytesReceived,
    long bytesTotal,
    boolean receiving,
    Instant expiresAt) {}
