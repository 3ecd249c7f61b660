package io.github.youtubeupload.testkit.internal.oauth;

import static io.github.youtubeupload.testkit.internal.html.Html.escape;

import io.github.youtubeupload.testkit.internal.html.Html;
import io.github.youtubeupload.testkit.internal.http.Reply;
import io.github.youtubeupload.testkit.internal.http.Request;
import io.github.youtubeupload.testkit.internal.server.Exchange;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The consent screen: shows a form, and sends the browser back with a code or a refusal. */
public final class ConsentPage {
  private static final int MAX_FORM = 64 * 1024;

  private final OAuthClient client;
  private final List<String> channels;
  private final AuthorizationCodes codes;

  public ConsentPage(OAuthClient client, List<String> channels, AuthorizationCodes codes) {
    this.client = client;
    this.channels = channels;
    this.codes = codes;
  }

  Reply show(Request request) {
    Map<String, String> query = request.query();
    if (!client.id().equals(query.get("client_id"))) {
      return wrong("The OAuth client was not found.");
    } else if (!"code".equals(query.get("response_type"))) {
      return wrong("response_type must be code.");
    } else if (!query.getOrDefault("redirect_uri", "").matches("https?://[^\\s#]+")) {
      return wrong("redirect_uri must be an absolute http or https address.");
    } else if (query.getOrDefault("scope", "").isBlank()) {
      return wrong("Required parameter is missing: scope");
    }
    return Reply.html(200, Html.page("Choose a channel", form(query)));
  }

  private String form(Map<String, String> query) {
    StringBuilder form = new StringBuilder("<form method=\"post\">");
    query.forEach(
        (name, value) ->
            form.append(
                "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                    .formatted(escape(name), escape(value))));
    form.append("<p><label>Channel <select name=\"channel\">");
    for (String channel : channels) {
      form.append("<option>").append(escape(channel)).append("</option>");
    }
    form.append("</select></label></p>");
    for (String scope : query.getOrDefault("scope", "").split(" ", -1)) {
      form.append(
          "<p><label><input type=\"checkbox\" name=\"granted\" value=\"%1$s\" checked> %1$s</label></p>"
              .formatted(escape(scope)));
    }
    return form.append("<button name=\"decision\" value=\"allow\">Allow</button> ")
        .append("<button name=\"decision\" value=\"deny\">Cancel</button></form>")
        .toString();
  }

  Reply decide(Exchange exchange) throws IOException {
    byte[] body = exchange.content().readNBytes(MAX_FORM);
    Map<String, String> form = Request.form(new String(body, StandardCharsets.UTF_8));
    if (!client.id().equals(form.get("client_id"))) {
      return wrong("The OAuth client was not found.");
    }
    Map<String, String> answer = new LinkedHashMap<>();
    String granted = form.getOrDefault("granted", "").trim();
    if (!"allow".equals(form.get("decision")) || granted.isEmpty()) {
      answer.put("error", "access_denied");
    } else {
      answer.put("code", codes.issue(form, new TreeSet<>(List.of(granted.split(" +")))));
      answer.put("scope", granted);
    }
    answer.put("state", form.getOrDefault("state", ""));
    StringBuilder uri = new StringBuilder(form.getOrDefault("redirect_uri", ""));
    answer.forEach(
        (name, value) ->
            uri.append(uri.indexOf("?") < 0 ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return Reply.empty(302).with("Location", uri.toString().replaceAll("[\\r\\n]", ""));
  }

  private static Reply wrong(String what) {
    return Reply.html(400, Html.page("Access blocked", "<p>" + escape(what) + "</p>"));
  }
}
