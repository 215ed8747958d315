package io.rolewright.reason;

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

  private final String provider;
  private final Issuers issuer;

  FederatedActor(String provider) {
    this.provider = provider;
    this.issuer = Issuers.named(provider.toLowerCase(Locale.ROOT));
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
        ? new TenantValues(List.of(TenantTemplate.of("MicrosoftSentinel_{TENANT}"))).of(mentioned)
        : Choices.of(mentioned, false, k -> "x");
  }

  private List<List<String>> claim(String claim, List<Text> mentioned) {
    if (claim.equals("sub")) {
      return orAbsent(new TenantValues(issuer.subjects()).of(mentioned));
    }
    if (claim.equals("amr")) {
      return List.of(List.of("authenticated"), List.of("unauthenticated"));
    }
    if (!issuer.audiences().isEmpty() && (claim.equals("aud") || claim.equals("app_id"))) {
      return new TenantValues(issuer.audiences()).of(mentioned);
    }
    if (issuer.chosen().contains(claim)) {
      return Choices.of(mentioned, false, k -> "x");
    }
    String field = issuer.numbers().contains(claim) ? "{TENANT_ID}" : ownersName(claim);
    return orAbsent(new TenantValues(List.of(TenantTemplate.of(field))).of(mentioned));
  }

  /** A claim that names a repository or workflow begins with its owner. */
  private static String ownersName(String claim) {
    return switch (claim) {
      case "repository" -> "{TENANT}/{NAME}";
      case "job_workflow_ref" -> "{TENANT}/{REST}";
      default -> "{TENANT}";
    };
  }

  /** A test that an absent claim passes relies on the issuer to send the claim. */
  private static List<List<String>> orAbsent(List<List<String>> values) {
    List<List<String>> all = new ArrayList<>(values);
    all.add(List.of());
    return all;
  }
}
