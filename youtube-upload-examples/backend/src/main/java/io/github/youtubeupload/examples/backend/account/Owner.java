package io.github.youtubeupload.examples.backend.account;

/**
 * Who is calling: whose uploads are seen and cancelled, and whose channel is uploaded to.
 *
 * @param account the channel's id, or a name made of the token's hash where the channel is not
 *     known
 * @param title the channel's, for people
 * @param bySession whether a browser's session says so, and not a token that the caller sent
 */
public record Owner(String account, String title, boolean bySession) {}
