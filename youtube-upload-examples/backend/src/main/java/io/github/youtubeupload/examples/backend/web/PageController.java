package io.github.youtubeupload.examples.backend.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The page, in the language that the browser prefers; its script does the rest. */
@RestController
final class PageController {
  private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.KOREAN);

  private final String page;

  PageController() throws IOException {
    try (InputStream in = PageController.class.getResourceAsStream("/static/page.html")) {
      if (in == null) {
        throw new IOException("static/page.html is missing");
      }
      this.page = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @GetMapping("/")
  ResponseEntity<String> page(
      @RequestHeader(name = "Accept-Language", defaultValue = "en") String preferred) {
    String language = choose(preferred);
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .header("Content-Language", language)
        .header("Vary", "Accept-Language")
        .header("Cache-Control", "no-cache")
        .body(page.replaceFirst("<html lang=\"en\"", "<html lang=\"" + language + "\""));
  }

  private static String choose(String preferred) {
    try {
      Locale found = Locale.lookup(Locale.LanguageRange.parse(preferred), SPOKEN);
      return found == null ? "en" : found.getLanguage();
    } catch (IllegalArgumentException e) {
      return "en";
    }
  }
}
