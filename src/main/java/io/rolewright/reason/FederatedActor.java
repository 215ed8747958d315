package io.rolewright.reason;

import io.rolewright.model.Text;
import io.rolewright.simulate.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Another customer of an identity provider that many customers share: he holds valid tokens, with
 * his own tenant in them, and chooses in them what the provider lets its customers choose.
 */
final class FederatedActor implements Actor {

  private static final Set<String> CHOSEN_CLAIMS =
      Set.of(
          "aud",
          "ref",
          "environment",
          "workflow",
          "oaud",
          "ref_protected",
          "pipeline_source",
          "runner_environment",
          "build_branch");

  private final String provider;
  private final Subjects subjects;

  FederatedActor(String provider) {
    this.provider = provider;
    this.subjects = Subjects.of(provider);
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
    String prefix = provider.toLowerCase(java.util.Locale.ROOT) + ":";
    if (key.startsWith(prefix)) {
      return claim(key.substring(prefix.length()), mentioned);
    }
    if (key.equals("sts:rolesessionname")) {
      return Choices.of(mentioned, false, k -> "x");
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

  private List<List<String>> claim(String claim, List<Text> mentioned) {
    if (claim.equals("sub")) {
      return each(subjects.foreign(mentioned));
    }
    if (claim.equals("amr")) {
      return List.of(List.of("authenticated"), List.of("unauthenticated"));
    }
    if (subjects.ownAudience() && (claim.equals("aud") || claim.equals("app_id"))) {
      return each(List.of(subjects.audience()));
    }
    if (CHOSEN_CLAIMS.contains(claim)) {
      return Choices.of(mentioned, false, k -> "x");
    }
    return List.of(List.of(Strangers.NAME), List.of());
  }

  private static List<List<String>> each(List<String> values) {
    List<List<String>> each = new ArrayList<>();
    values.forEach(value -> each.add(List.of(value)));
    return each;
  }
}
