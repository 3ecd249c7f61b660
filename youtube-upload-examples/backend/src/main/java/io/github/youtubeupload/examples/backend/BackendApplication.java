package io.github.youtubeupload.examples.backend;

import io.github.youtubeupload.examples.backend.settings.BackendSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service on port 8000. */
@SpringBootApplication
public class BackendApplication {

  /** Settings come from the environment; see {@link BackendSettings}. */
  public static void main(String... arguments) {
    SpringApplication.run(BackendApplication.class, arguments);
  }
}
