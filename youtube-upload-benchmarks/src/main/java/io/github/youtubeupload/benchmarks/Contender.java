package io.github.youtubeupload.benchmarks;

import java.io.IOException;

/** Who takes part. */
enum Contender {
  ENGINE("youtube-upload") {
    @Override
    Uploader open(Target target, int concurrent) throws IOException {
      return new EngineUploader(target, Tls.DEFAULT, concurrent);
    }
  },
  ENGINE_CONSCRYPT("youtube-upload, Conscrypt") {
    @Override
    Uploader open(Target target, int concurrent) throws IOException {
      return new EngineUploader(target, Tls.CONSCRYPT, concurrent);
    }
  };

  private final String label;

  Contender(String label) {
    this.label = label;
  }

  /** Makes it ready; run in its own process. */
  abstract Uploader open(Target target, int concurrent) throws IOException;

  @Override
  public String toString() {
    return label;
  }
}
