package io.github.youtubeupload.testkit.internal.oauth;

import io.github.youtubeupload.testkit.Grant;
import io.github.youtubeupload.testkit.internal.http.Reply;
import io.github.youtubeupload.testkit.internal.http.Request;
import io.github.youtubeupload.testkit.internal.json.Json;
import io.github.youtubeupload.testkit.internal.server.Exchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** {@code POST /token}, {@code POST /revoke}, and {@code /tokeninfo}. */
public final class TokenEndpoint {
  private static final int MAX_FORM = 64 * 1024;

  private final OAuthClient client;
  private final Clock clock;
  private final Tokens tokens;
  private final AuthorizationCodes codes;

  public TokenEndpoint(OAuthClient client, Clock clock, Tokens tokens, AuthorizationCodes codes) {
    this.client = client;
    this.clock = clock;
    this.tokens = tokens;
    this.codes = codes;
  }

  Reply token(Exchange exchange) throws IOException {
    Map<String, String> form = form(exchange);
    Optional<Reply> fault = exchange.bodyTaken();
    if (fault.isPresent()) {
      return fault.get();
    } else if (!isOurClient(exchange.request(), form)) {
      return error(401, "invalid_client", "The OAuth client was not found.");
    }
    return switch (form.getOrDefault("grant_type", "")) {
      case "refresh_token" -> refresh(form.getOrDefault("refresh_token", ""));
      case "authorization_code" -> exchangeCode(form);
      default -> error(400, "unsupported_grant_type", "Invalid grant_type");
    };
  }

  Reply revoke(Exchange exchange) throws IOException {
    Map<String, String> form = form(exchange);
    String token = form.getOrDefault("token", exchange.request().query("token").orElse(""));
    return tokens.revoke(token)
        ? Reply.json(200, "{}")
        : error(400, "invalid_token", "Token expired or revoked");
  }

  /** What an access token may do. As in Google's answer, the numbers are strings. */
  Reply info(Exchange exchange) throws IOException {
    Request request = exchange.request();
    String token =
        Optional.ofNullable(form(exchange).get("access_token"))
            .or(() -> request.query("access_token"))
            .or(
                () ->
                    request
                        .headers()
                        .first("Authorization")
                        .flatMap(h -> Authorizer.credentials("Bearer", h)))
            .orElse("");
    return tokens
        .accessGrant(token)
        .map(grant -> Reply.json(200, Json.write(described(grant, token))))
        .orElseGet(() -> error(400, "invalid_token", "Invalid Value"));
  }

  private Map<String, Object> described(Grant grant, String token) {
    Instant expires = tokens.expiry(token).orElse(Instant.EPOCH);
    long left = Math.max(0, clock.instant().until(expires, ChronoUnit.SECONDS));
    return Json.object(
        "azp", client.id(),
        "aud", client.id(),
        "scope", String.join(" ", new TreeSet<>(grant.scopes())),
        "exp", Long.toString(expires.getEpochSecond()),
        "expires_in", Long.toString(left),
        "access_type", "offline");
  }

  private Reply refresh(String token) {
    return tokens
        .refreshGrant(token)
        .map(grant -> issued(grant, false))
        .orElseGet(() -> error(400, "invalid_grant", "Token has been expired or revoked."));
  }

  private Reply exchangeCode(Map<String, String> form) {
    return codes
        .take(form.getOrDefault("code", ""))
        .filter(code -> code.redirectUri().equals(form.getOrDefault("redirect_uri", "")))
        .filter(code -> code.isProvedBy(form.getOrDefault("code_verifier", "")))
        .map(code -> issued(code.grant(), code.offline()))
        .orElseGet(() -> error(400, "invalid_grant", "Bad Request"));
  }

  private Reply issued(Grant grant, boolean withRefresh) {
    Map<String, Object> answer =
        Json.object(
            "access_token", tokens.issueAccess(grant),
            "expires_in", grant.lifetime().toSeconds(),
            "scope", String.join(" ", new TreeSet<>(grant.scopes())),
            "token_type", "Bearer");
    if (withRefresh) {
      answer.put("refresh_token", tokens.issueRefresh(grant));
    }
    return Reply.json(200, Json.write(answer)).with("Cache-Control", "no-store");
  }

  private boolean isOurClient(Request request, Map<String, String> form) {
    String id = form.getOrDefault("client_id", "");
    String secret = form.getOrDefault("client_secret", "");
    String expected = client.id() + ":" + client.secret();
    String basic = Base64.getEncoder().encodeToString(expected.getBytes(StandardCharsets.UTF_8));
    return expected.equals(id + ":" + secret)
        || request
            .headers()
            .first("Authorization")
            .flatMap(header -> Authorizer.credentials("Basic", header))
            .filter(basic::equals)
            .isPresent();
  }

  private static Map<String, String> form(Exchange exchange) throws IOException {
    byte[] body = exchange.content().readNBytes(MAX_FORM);
    return Request.form(new String(body, StandardCharsets.UTF_8));
  }

  private static Reply error(int status, String error, String description) {
    return Reply.json(
        status, Json.write(Json.object("error", error, "error_description", description)));
  }
}
