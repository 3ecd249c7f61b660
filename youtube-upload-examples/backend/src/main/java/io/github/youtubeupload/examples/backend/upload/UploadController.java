package io.github.youtubeupload.examples.backend.upload;

import io.github.youtubeupload.Upload;
import io.github.youtubeupload.UploadClient;
import io.github.youtubeupload.examples.backend.account.Owner;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The API of uploads. */
@RestController
@RequestMapping("/api/youtube")
final class UploadController {
  private final UploadReceiver intake;
  private final UploadClient client;
  private final StatusViews views;
  private final UploadControl steering;
  private final UploadReconciler reconciling;
  private final EventStreams events;

  UploadController(
      UploadReceiver intake,
      UploadClient client,
      StatusViews views,
      UploadControl steering,
      UploadReconciler reconciling,
      EventStreams events) {
    this.intake = intake;
    this.client = client;
    this.views = views;
    this.steering = steering;
    this.reconciling = reconciling;
    this.events = events;
  }

  record Accepted(String uploadId, String status, String message, QuotaView quotaStatus) {}

  @PostMapping("/upload")
  Accepted upload(@AuthenticationPrincipal @Nullable Owner owner, HttpServletRequest request)
      throws IOException {
    Upload upload = intake.take(owner, request);
    return new Accepted(
        upload.id(),
        "started",
        "The upload has started; ask /api/youtube/status/" + upload.id() + " how it is doing",
        QuotaView.of(client.quota()));
  }

  @GetMapping("/status/{id}")
  StatusView status(@AuthenticationPrincipal Owner owner, @PathVariable String id) {
    return views.view(owner, id);
  }

  @GetMapping("/uploads")
  List<StatusView> uploads(@AuthenticationPrincipal Owner owner) {
    return views.history(owner);
  }

  @GetMapping("/quota")
  QuotaView quota() {
    return QuotaView.of(client.quota());
  }

  @DeleteMapping("/cancel/{id}")
  StatusView cancel(@AuthenticationPrincipal Owner owner, @PathVariable String id) {
    return steering.cancel(owner, id);
  }

  @PostMapping("/pause/{id}")
  StatusView pause(@AuthenticationPrincipal Owner owner, @PathVariable String id)
      throws IOException {
    return steering.pause(owner, id);
  }

  @PostMapping("/resume/{id}")
  StatusView resume(@AuthenticationPrincipal Owner owner, @PathVariable String id)
      throws IOException {
    return steering.resume(owner, id);
  }

  @PostMapping("/reconcile/{id}")
  StatusView reconcile(@AuthenticationPrincipal Owner owner, @PathVariable String id) {
    return reconciling.reconcile(owner, id);
  }

  @GetMapping("/events/{id}")
  SseEmitter events(@AuthenticationPrincipal Owner owner, @PathVariable String id) {
    views.require(owner, id);
    return events.open(owner, id);
  }
}
