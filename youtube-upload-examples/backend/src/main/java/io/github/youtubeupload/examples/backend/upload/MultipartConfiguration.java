package io.github.youtubeupload.examples.backend.upload;

import io.github.youtubeupload.examples.backend.settings.BackendSettings;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Lets Tomcat stream the parts of a form to disk: nothing larger than a text field stays in memory.
 * Spring's own multipart support is switched off, because it would read the body before anybody has
 * looked at who sent it.
 */
@Configuration(proxyBeanMethods = false)
class MultipartConfiguration {
  private static final int IN_MEMORY = 16 * 1024;
  private static final long AROUND_THE_FILE = 1 << 20;

  @Bean
  MultipartConfigElement multipartConfigElement(IncomingFiles files, BackendSettings settings) {
    long most = settings.limits().fileBytes();
    return new MultipartConfigElement(
        files.receiving().toString(), most, most + AROUND_THE_FILE, IN_MEMORY);
  }
}
