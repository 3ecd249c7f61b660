package io.github.youtubeupload.examples.backend.account;

import com.google.auth.Credentials;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whatever an account is authorised with at the moment it is asked. */
final class AccountCredentials extends Credentials {
  private static final long serialVersionUID = 1L;

  private final transient Accounts accounts;
  private final String account;

  AccountCredentials(Accounts accounts, String account) {
    this.accounts = accounts;
    this.account = account;
  }

  @Override
  public String getAuthenticationType() {
    return "OAuth2";
  }

  @Override
  public Map<String, List<String>> getRequestMetadata(@Nullable URI uri) throws IOException {
    return accounts.current(account).getRequestMetadata(uri);
  }

  @Override
  public boolean hasRequestMetadata() {
    return true;
  }

  @Override
  public boolean hasRequestMetadataOnly() {
    return true;
  }

  @Override
  public void refresh() throws IOException {
    accounts.renew(account);
  }
}
