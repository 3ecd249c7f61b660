package io.github.youtubeupload.examples.backend.account;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.user.OAuth2User;

/**
 * Who is calling: whose uploads are seen and cancelled, and whose channel is uploaded to.
 *
 * @param account the channel's id, or a name made of the token's hash where the channel is not
 *     known
 * @param title the channel's, for people
 */
public record Owner(String account, String title) implements OAuth2User {
  @Override
  public String getName() {
    return account;
  }

  @Override
  public Map<String, Object> getAttributes() {
    return Map.of();
  }

  @Override
  public Collection<GrantedAuthority> getAuthorities() {
    return List.of();
  }
}
