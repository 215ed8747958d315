package io.rolewright.reason;

import io.rolewright.catalog.TokenForm;
import io.rolewright.model.Text;
import io.rolewright.simulate.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Another customer of an identity provider that many customers share: he holds valid tokens, with
 * his own tenant in them, and chooses in them what the provider lets its customers choose.
 */
final class FederatedActor implements Actor {

  private static final String SENTINEL = "sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d";

  private static final TokenForm SESSION =
      TokenForm.of("MicrosoftSentinel_<workspace:tenant:name>");

  private final String provider;
  private final TokenClaims claims;

  FederatedActor(String provider) {
    this.provider = provider;
    this.claims = TokenClaims.of(provider);
  }

  @Override
  public List<String> actions() {
    return List.of("sts:AssumeRoleWithWebIdentity");
  }

  @Override
  public List<Caller> callers(Mentions mentions) {
    return List.of(Caller.federated(Caller.Kind.WEB_IDENTITY, provider));
  }

  @Override
  public List<List<String>> values(String key, Caller caller, List<Text> mentioned) {
    String prefix = provider.toLowerCase(Locale.ROOT) + ":";
    if (key.startsWith(prefix)) {
      return claim(key.substring(prefix.length()), mentioned);
    }
    if (key.equals("sts:rolesessionname")) {
      return sessionName(mentioned);
    }
    boolean chosen =
        key.startsWith("aws:requesttag/")
            || key.equals("aws:tagkeys")
            || key.equals("aws:useragent")
            || key.equals("aws:requestedregion");
    if (chosen) {
      return Choices.of(mentioned, true, k -> "x");
    }
    return switch (key) {
      case "aws:sourceip" -> Addresses.of(mentioned);
      case "aws:currenttime", "aws:epochtime" -> Times.around(mentioned);
      case "aws:securetransport" -> List.of(List.of("true"), List.of("false"));
      case "aws:principalisawsservice", "aws:viaawsservice" -> List.of(List.of("false"));
      default -> List.of(List.of());
    };
  }

  /** Sentinel names its sessions itself, after the customer's workspace (R5.10). */
  private List<List<String>> sessionName(List<Text> mentioned) {
    return provider.equalsIgnoreCase(SENTINEL)
        ? values(List.of(SESSION)).of(mentioned)
        : Choices.of(mentioned, false, k -> "x");
  }

  private List<List<String>> claim(String claim, List<Text> mentioned) {
    if (claim.equals("amr")) {
      return List.of(List.of("authenticated"), List.of("unauthenticated"));
    }
    if (claims.isChosen(claim)) {
      return Choices.of(mentioned, false, k -> "x");
    }
    List<List<String>> values = values(claims.forms(claim)).of(mentioned);
    return claim.equals("aud") || claim.equals("app_id") ? values : orAbsent(values);
  }

  private static TenantValues values(List<TokenForm> forms) {
    return new TenantValues(forms.stream().map(TokenTemplate::of).toList());
  }

  /** A test that an absent claim passes relies on the issuer to send the claim. */
  private static List<List<String>> orAbsent(List<List<String>> values) {
    List<List<String>> all = new ArrayList<>(values);
    all.add(List.of());
    return all;
  }
}
