package io.github.youtubeupload.testkit.internal.upload;

import java.time.Duration;

/**
 * What Google's documents leave open about sessions.
 *
 * @param lifetime by the server's clock
 * @param deadStatus what a session answers whose life is over: 404 or 410
 * @param finalStatus the status of the answer that ends an upload: 200 or 201
 * @param staleTokenEndsSession whether a PUT with a bad token ends its session
 * @param bytes about the bytes that are sent
 */
public record SessionSettings(
    Duration lifetime,
    int deadStatus,
    int finalStatus,
    boolean staleTokenEndsSession,
    ByteRules bytes) {
  /**
   * About the bytes that are sent.
   *
   * @param keepsWholeBlocks whether a PUT that breaks off leaves multiples of 256 KiB only
   * @param gapIsBadRequest whether an overlap or a gap is 400 instead of 308
   * @param documentedOnly whether what only clients of Google's know is refused
   */
  public record ByteRules(
      boolean keepsWholeBlocks, boolean gapIsBadRequest, boolean documentedOnly) {}
}
