package io.github.youtubeupload.examples.backend.resumable;

import io.github.youtubeupload.examples.backend.account.Owner;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Posts that a lost connection does not end: tus 1.0.0, with creation, expiration, termination. */
@RestController
@RequestMapping(Parts.ADDRESS)
final class ResumableController {
  private final Parts parts;

  ResumableController(Parts parts) {
    this.parts = parts;
  }

  @GetMapping
  List<PartView> unfinished(@AuthenticationPrincipal Owner owner) throws IOException {
    return parts.of(owner.account());
  }

  /** Announces a file: its length, its name, and what the video is to be. */
  @PostMapping
  void announce(
      @AuthenticationPrincipal Owner owner,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    String account = owner.account();
    parts.admit(account, request);
    parts.process(request, response, account);
  }

  /** The protocol's version and extensions, for everybody. */
  @RequestMapping(method = RequestMethod.OPTIONS)
  void options(HttpServletRequest request, HttpServletResponse response) throws IOException {
    parts.process(request, response, "");
  }

  /** How much is here; more of it; none of it. */
  @RequestMapping(
      path = "/{id}",
      method = {RequestMethod.HEAD, RequestMethod.PATCH, RequestMethod.DELETE})
  void part(
      @AuthenticationPrincipal Owner owner,
      HttpServletRequest request,
      HttpServletResponse response,
      @PathVariable String id)
      throws IOException {
    String account = owner.account();
    parts.process(request, response, account);
    parts.finish(account, id);
  }
}
