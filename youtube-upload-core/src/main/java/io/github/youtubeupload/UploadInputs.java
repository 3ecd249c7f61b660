package io.github.youtubeupload;

import com.google.auth.Credentials;
import io.github.youtubeupload.source.VideoSource;

/** What an upload needs that is in no journal. */
record UploadInputs(VideoSource source, Credentials credentials, ProgressListener listener) {}
