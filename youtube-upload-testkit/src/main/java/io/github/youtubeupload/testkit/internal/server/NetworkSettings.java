package io.github.youtubeupload.testkit.internal.server;

import java.time.Duration;

/**
 * How the server listens and at what pace it reads and answers.
 *
 * @param port of 127.0.0.1; 0 for any that is free
 * @param tls whether it speaks TLS
 * @param receiveBuffer bytes that the kernel holds for a connection; 0 for its own choice
 * @param drain bytes of an unread body that are still taken after an early answer
 * @param bytesPerSecond at most so fast is a body read; 0 for no limit
 * @param roundTrip delay of every answer
 */
public record NetworkSettings(
    int port,
    boolean tls,
    int receiveBuffer,
    long drain,
    long bytesPerSecond,
    Duration roundTrip) {}
