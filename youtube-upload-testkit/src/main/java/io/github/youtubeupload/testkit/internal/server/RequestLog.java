package io.github.youtubeupload.testkit.internal.server;

import io.github.youtubeupload.testkit.Fault;
import io.github.youtubeupload.testkit.RecordedRequest;
import io.github.youtubeupload.testkit.Step;
import io.github.youtubeupload.testkit.internal.concurrent.TimedWait;
import io.github.youtubeupload.testkit.internal.http.Headers;
import io.github.youtubeupload.testkit.internal.http.Request;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Remembers the latest requests and counts the bytes of video received. Thread-safe. */
public final class RequestLog {
  private static final int KEPT = 5_000;

  private final Deque<RecordedRequest> requests = new ArrayDeque<>();
  private long count;
  private long bytesReceived;

  synchronized void add(Exchange exchange, OptionalInt status, Optional<Fault> fault) {
    Request request = exchange.request();
    add(
        new RecordedRequest(
            ++count,
            exchange.step(),
            request.method(),
            request.target(),
            request.headers().asMap(),
            request.body().bytesRead(),
            status,
            fault));
  }

  /** What was refused while its head was read. */
  synchronized void addRefused(String line, Headers headers) {
    String[] words = line.split(" ", -1);
    add(
        new RecordedRequest(
            ++count,
            Step.OTHER,
            words[0],
            words.length > 1 ? words[1] : "",
            headers.asMap(),
            0,
            OptionalInt.of(400),
            Optional.empty()));
  }

  private void add(RecordedRequest request) {
    if (requests.size() == KEPT) {
      requests.removeFirst();
    }
    requests.addLast(request);
    notifyAll();
  }

  public synchronized List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  public synchronized long count() {
    return count;
  }

  synchronized void received(int bytes) {
    bytesReceived += bytes;
    notifyAll();
  }

  public synchronized long bytesReceived() {
    return bytesReceived;
  }

  /** Waits until so many bytes have come in all; false if the time is over first. */
  public synchronized boolean awaitBytes(long bytes, long nanos) throws InterruptedException {
    TimedWait.on(this, () -> bytesReceived >= bytes, nanos);
    return bytesReceived >= bytes;
  }
}
