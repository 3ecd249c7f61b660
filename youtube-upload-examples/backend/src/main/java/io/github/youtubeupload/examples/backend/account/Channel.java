package io.github.youtubeupload.examples.backend.account;

/** A YouTube channel, as its owner knows it. */
record Channel(String id, String title) {}
