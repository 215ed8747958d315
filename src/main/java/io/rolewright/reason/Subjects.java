package io.rolewright.reason;

import io.rolewright.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Token subjects that another tenant of a shared issuer can get (R5.3 to R5.8).
 *
 * <p>Where the grammar of the issuer's subjects is known, a subject built from a pattern counts as
 * foreign only if the part that names the tenant is not fixed by the pattern.
 */
final class Subjects {

  private record Grammar(String issuer, Pattern tenant, List<String> fresh) {}

  private static final List<Grammar> GRAMMARS =
      List.of(
          new Grammar(
              "token.actions.githubusercontent.com",
              Pattern.compile("^(?:repo:|repository_owner:|repository:)([^/:@]*)"),
              List.of(
                  "repo:stranger/stranger:ref:refs/heads/main",
                  "repo:stranger/stranger:pull_request",
                  "repo:stranger/stranger:environment:prod")),
          new Grammar(
              "gitlab.com",
              Pattern.compile("^project_path:([^/:]*)"),
              List.of("project_path:stranger/stranger:ref_type:branch:ref:main")),
          new Grammar(
              "agent.buildkite.com",
              Pattern.compile("^organization:([^:]*)"),
              List.of(
                  "organization:stranger:pipeline:stranger:ref:refs/heads/main:commit:0:step:x")),
          new Grammar(
              "app.terraform.io",
              Pattern.compile("^organization:([^:]*)"),
              List.of(
                  "organization:stranger:project:stranger:workspace:stranger:run_phase:apply")));

  private final String issuer;
  private final Optional<Grammar> grammar;

  private Subjects(String issuer, Optional<Grammar> grammar) {
    this.issuer = issuer;
    this.grammar = grammar;
  }

  static Subjects of(String issuer) {
    return new Subjects(
        issuer, GRAMMARS.stream().filter(g -> g.issuer().equals(issuer)).findFirst());
  }

  /** Whether the token's audience names the tenant, so that a stranger's differs. */
  boolean ownAudience() {
    return switch (issuer) {
      case "cognito-identity.amazonaws.com",
          "accounts.google.com",
          "www.amazon.com",
          "graph.facebook.com",
          "api.pulumi.com/oidc",
          "sandboxes.cloud",
          "oidc.vercel.com" ->
          true;
      default -> false;
    };
  }

  /** The audience of a stranger's token, where {@link #ownAudience()}. */
  String audience() {
    return issuer.equals("cognito-identity.amazonaws.com")
        ? "us-east-1:00000000-0000-4000-8000-000000000099"
        : "stranger-client-id";
  }

  /** Subjects of a fresh tenant, plain ones first, then such as match the mentioned patterns. */
  List<String> foreign(List<Text> mentioned) {
    List<String> subjects = new ArrayList<>(grammar.map(Grammar::fresh).orElse(fresh()));
    for (Text text : mentioned) {
      if (text.hasWildcard()) {
        for (String filler : fillers()) {
          String subject = Instances.of(text, filler, key -> Strangers.NAME);
          if (isForeign(subject)) {
            subjects.add(subject);
          }
        }
      }
    }
    return subjects;
  }

  private static List<String> fresh() {
    return List.of(Strangers.NAME);
  }

  private List<String> fillers() {
    return grammar
        .map(
            g -> {
              String plain = g.fresh().get(0);
              int colon = plain.indexOf(':');
              return List.of(
                  Strangers.NAME,
                  "-" + plain.substring(colon + 1),
                  plain.substring(colon + 1),
                  plain);
            })
        .orElse(List.of());
  }

  private boolean isForeign(String subject) {
    Matcher tenant = grammar.orElseThrow().tenant().matcher(subject);
    return tenant.find() && tenant.group(1).contains(Strangers.NAME);
  }
}
