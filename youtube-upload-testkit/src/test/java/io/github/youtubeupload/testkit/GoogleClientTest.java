package io.github.youtubeupload.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.googleapis.media.MediaHttpUploader;
import com.google.api.client.http.AbstractInputStreamContent;
import com.google.api.client.http.InputStreamContent;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.youtube.YouTube;
import com.google.api.services.youtube.model.Video;
import com.google.api.services.youtube.model.VideoSnippet;
import com.google.api.services.youtube.model.VideoStatus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Google's own client uploads without any change but the root URL. */
class GoogleClientTest {
  private static final int BLOCK = 256 * 1024;

  private final FakeYouTube youtube = FakeYouTube.start();

  @AfterEach
  void close() {
    youtube.close();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 262144", "1, 262145", "1, 786432", "4, 1048577", "40, 3000000"})
  void uploadsInChunks(int blocksPerChunk, int size) throws IOException {
    byte[] bytes = Bytes.of(size);
    List<MediaHttpUploader.UploadState> states = new ArrayList<>();

    Video video = upload(known(bytes), false, blocksPerChunk * BLOCK, states);

    assertOnlyVideoIs(bytes, video);
    assertThat(states)
        .startsWith(
            MediaHttpUploader.UploadState.INITIATION_STARTED,
            MediaHttpUploader.UploadState.INITIATION_COMPLETE)
        .endsWith(MediaHttpUploader.UploadState.MEDIA_COMPLETE);
    int chunks = (size + blocksPerChunk * BLOCK - 1) / (blocksPerChunk * BLOCK);
    assertThat(youtube.requests()).filteredOn(r -> r.step() == Step.SEND).hasSize(chunks);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 262144, 524288, 600_000})
  void uploadsAStreamOfUnknownLength(int size) throws IOException {
    byte[] bytes = Bytes.of(size);

    Video video = upload(unknown(bytes), false, BLOCK, new ArrayList<>());

    assertOnlyVideoIs(bytes, video);
    assertThat(youtube.sessions().get(0).declaredSize()).isEqualTo(size);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 65_536, 1_000_003})
  void uploadsDirectly(int size) throws IOException {
    byte[] bytes = Bytes.of(size);

    Video video = upload(known(bytes), true, BLOCK, new ArrayList<>());

    assertOnlyVideoIs(bytes, video);
    assertThat(youtube.sessions()).isEmpty();
    assertThat(youtube.quotaUsed("test-project", Bucket.UPLOADS)).isEqualTo(1);
  }

  @Test
  void readsBackWhatItUploaded() throws IOException {
    Video video = upload(known(Bytes.of(1000)), false, BLOCK, new ArrayList<>());
    youtube.finishProcessing(video.getId());

    Video read =
        client()
            .videos()
            .list(List.of("status,snippet,processingDetails"))
            .setId(List.of(video.getId()))
            .execute()
            .getItems()
            .get(0);

    assertThat(read.getStatus().getUploadStatus()).isEqualTo("processed");
    assertThat(read.getProcessingDetails().getProcessingStatus()).isEqualTo("succeeded");
    assertThat(read.getSnippet().getTitle()).isEqualTo("Friends");
  }

  private void assertOnlyVideoIs(byte[] bytes, Video answered) {
    assertThat(youtube.videos())
        .singleElement()
        .satisfies(
            video -> {
              assertThat(video.id()).isEqualTo(answered.getId());
              assertThat(video.sha256()).isEqualTo(Bytes.sha256(bytes));
              assertThat(video.size()).isEqualTo(bytes.length);
              assertThat(video.contentType()).isEqualTo("video/mp4");
              assertThat(video.privacyStatus()).isEqualTo("private");
            });
    assertThat(answered.getStatus().getUploadStatus()).isEqualTo("uploaded");
  }

  private Video upload(
      AbstractInputStreamContent media,
      boolean direct,
      int chunk,
      List<MediaHttpUploader.UploadState> states)
      throws IOException {
    Video video =
        new Video()
            .setSnippet(new VideoSnippet().setTitle("Friends").setCategoryId("22"))
            .setStatus(new VideoStatus().setPrivacyStatus("private"));
    YouTube.Videos.Insert insert =
        client().videos().insert(List.of("snippet", "status"), video, media);
    insert
        .getMediaHttpUploader()
        .setDirectUploadEnabled(direct)
        .setChunkSize(chunk)
        .setProgressListener(uploader -> states.add(uploader.getUploadState()));
    return insert.execute();
  }

  private YouTube client() {
    String token = youtube.accessToken();
    return new YouTube.Builder(
            new NetHttpTransport(),
            GsonFactory.getDefaultInstance(),
            request -> request.getHeaders().setAuthorization("Bearer " + token))
        .setRootUrl(youtube.rootUrl())
        .setApplicationName("test")
        .build();
  }

  private static InputStreamContent known(byte[] bytes) {
    return unknown(bytes).setLength(bytes.length);
  }

  private static InputStreamContent unknown(byte[] bytes) {
    return new InputStreamContent("video/mp4", new ByteArrayInputStream(bytes));
  }
}
