package io.github.youtubeupload.examples.backend.account;

/** Said when an account has new credentials: uploads that lacked them can go on. */
public record ConsentGiven(String account) {}
