/**
 * START HERE. An upload service around {@link io.github.youtubeupload.UploadClient}, to copy from.
 *
 * <p>{@code youtube.LibraryConfiguration} embeds the library: one client, a durable journal, a
 * quota ledger. A request comes in at {@code upload.UploadController}, is turned into an {@code
 * UploadRequest} by {@code upload.UploadReceiver}, and runs under {@code upload.Uploads}, which
 * also goes on with what an earlier process left. Who may see what is decided in {@code account}:
 * every upload carries its owner as {@code UploadRecord.account}.
 *
 * <p>Each package uses only those after it: {@code ops}, {@code resumable}, {@code upload}, {@code
 * account}, {@code web}, {@code youtube}, {@code state}, {@code settings}. A test holds that.
 */
@NullMarked
package io.github.youtubeupload.examples.backend;

import org.jspecify.annotations.NullMarked;
