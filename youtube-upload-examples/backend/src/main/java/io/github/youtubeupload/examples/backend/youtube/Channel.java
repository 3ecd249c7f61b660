package io.github.youtubeupload.examples.backend.youtube;

/** A YouTube channel, as its owner knows it. */
public record Channel(String id, String title) {}
