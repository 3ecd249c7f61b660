package io.github.youtubeupload.examples.backend.upload;

import io.github.youtubeupload.Upload;
import io.github.youtubeupload.UploadClient;
import io.github.youtubeupload.examples.backend.account.Identity;
import io.github.youtubeupload.examples.backend.account.Owner;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
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
  private final Identity identity;
  private final UploadClient client;
  private final StatusViews views;
  private final UploadControl steering;
  private final UploadReconciler reconciling;
  private final EventStreams events;

  UploadController(
      UploadReceiver intake,
      Identity identity,
      UploadClient client,
      StatusViews views,
      UploadControl steering,
      UploadReconciler reconciling,
      EventStreams events) {
    this.intake = intake;
    this.identity = identity;
    this.client = client;
    this.views = views;
    this.steering = steering;
    this.reconciling = reconciling;
    this.events = events;
  }

  record Accepted(String uploadId, String status, String message, QuotaView quotaStatus) {}

  @PostMapping("/upload")
  Accepted upload(HttpServletRequest request) throws IOException {
    Upload upload = intake.take(request);
    return new Accepted(
        upload.id(),
        "started",
        "The upload has started; ask /api/youtube/status/" + upload.id() + " how it is doing",
        QuotaView.of(client.quota()));
  }

  @GetMapping("/status/{id}")
  StatusView status(HttpServletRequest request, @PathVariable String id) {
    return views.view(identity.require(request), id);
  }

  @GetMapping("/uploads")
  List<StatusView> uploads(HttpServletRequest request) {
    return views.history(identity.require(request));
  }

  @GetMapping("/quota")
  QuotaView quota() {
    return QuotaView.of(client.quota());
  }

  @DeleteMapping("/cancel/{id}")
  StatusView cancel(HttpServletRequest request, @PathVariable String id) {
    return steering.cancel(identity.require(request), id);
  }

  @PostMapping("/pause/{id}")
  StatusView pause(HttpServletRequest request, @PathVariable String id) throws IOException {
    return steering.pause(identity.require(request), id);
  }

  @PostMapping("/resume/{id}")
  StatusView resume(HttpServletRequest request, @PathVariable String id) throws IOException {
    return steering.resume(identity.require(request), id);
  }

  @PostMapping("/reconcile/{id}")
  StatusView reconcile(HttpServletRequest request, @PathVariable String id) {
    return reconciling.reconcile(identity.require(request), id);
  }

  @GetMapping("/events/{id}")
  SseEmitter events(HttpServletRequest request, @PathVariable String id) {
    Owner owner = identity.require(request);
    views.require(owner, id);
    return events.open(owner, id);
  }
}
