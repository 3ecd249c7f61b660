/**
 * START HERE. {@link io.github.youtubeupload.UploadClient} puts a video on YouTube, exactly once:
 *
 * <pre>{@code
 * try (UploadClient youtube = UploadClient.builder().credentials(credentials).build()) {
 *   UploadResult video = youtube.upload(UploadRequest.builder()
 *       .source(VideoSource.file(Path.of("friends.mp4")))
 *       .metadata(VideoMetadata.builder().title("Friends").build())
 *       .build());
 *   System.out.println(video.videoUrl());
 * }
 * }</pre>
 *
 * <p>The life of one upload stands top to bottom in {@code UploadRun}: source, quota, session, send
 * and ask, finish. {@code UploadTask} brings it to a thread and to its end, {@code UploadOutcome}
 * says what an end means. What is said to YouTube is in {@code internal.protocol}, what a failure
 * means in its {@code FailureTable}. What a user can plug in: {@link
 * io.github.youtubeupload.source.VideoSource}, {@link io.github.youtubeupload.quota.QuotaStore},
 * {@link io.github.youtubeupload.store.UploadStore} and {@link
 * io.github.youtubeupload.ProgressListener}.
 */
@NullMarked
package io.github.youtubeupload;

import org.jspecify.annotations.NullMarked;
