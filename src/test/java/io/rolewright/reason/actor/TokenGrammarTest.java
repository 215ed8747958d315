package io.rolewright.reason.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.catalog.Issuer;
import io.rolewright.catalog.Issuers;
import io.rolewright.catalog.SubjectForm;
import io.rolewright.catalog.TokenForm;
import io.rolewright.catalog.TokenForm.Level;
import io.rolewright.catalog.TokenForm.Piece;
import io.rolewright.catalog.TokenForm.Segment;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.policy.PolicyReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.reason.property.Outcome;
import io.rolewright.reason.strings.Pattern;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that the tables describe, made at random, against patterns that are made of them. */
class TokenGrammarTest {

  private static final String OWN = "111111111111";

  private final Random random = new Random(20261123);

  /** A subject, with the names of its project and of its ref. */
  private record Made(String subject, List<String> projects, List<String> refs) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token.actions.githubusercontent.com",
        "gitlab.com",
        "app.terraform.io",
        "agent.buildkite.com",
        "oidc.vercel.com",
        "oidc.codefresh.io",
        "scalr.io",
        "api.pulumi.com/oidc",
        "proidc.upbound.io",
        "oidc.circleci.com/org/0a",
        "api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc",
        "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLE1"
      })
  void no_token_is_proved_to_be_kept_out_that_a_pattern_admits(String issuer) {
    Issuer known = Issuers.shipped().lookup(issuer).orElseThrow();
    int asked = 0;
    int unreal = 0;
    for (int i = 0; i < 150; i++) {
      SubjectForm form = known.subjects().get(random.nextInt(known.subjects().size()));
      Made made = made(form.form());
      String pattern = holed(made.subject());
      if (Pattern.glob(pattern).matches(made.subject())) {
        assertPossible(Actors.anyToken(issuer), issuer, pattern, made);
        if (form.isUsual()) {
          assertPossible(Actors.event(issuer, form.kind()), issuer, pattern, made, form);
        }
        boolean open = made.projects().stream().noneMatch(pattern::contains);
        if (open && !made.projects().isEmpty()) {
          asked++;
          Outcome outcome = assertPossible(Actors.foreignProject(issuer), issuer, pattern, made);
          String shown = shown(outcome, issuer).orElse("");
          unreal += isMade(known, shown) ? 0 : 1;
        }
      }
    }
    assertThat(asked).isGreaterThan(5);
    // where a wildcard has bitten into the fixed text, the proof may see more than the grammar has
    assertThat(unreal).as("of %d", asked).isLessThanOrEqualTo(asked / 10);
  }

  private Outcome assertPossible(Actor actor, String issuer, String pattern, Made made) {
    Outcome outcome = asked(issuer, pattern, actor);
    assertThat(outcome)
        .as("`%s` fits `%s`", made.subject(), pattern)
        .isInstanceOf(Outcome.Possible.class);
    return outcome;
  }

  /** Of pull requests the branch must not be named. */
  private void assertPossible(
      Actor actor, String issuer, String pattern, Made made, SubjectForm form) {
    if (!form.kind().equals("pull_request")) {
      assertPossible(actor, issuer, pattern, made);
    }
  }

  private Made made(TokenForm form) {
    StringBuilder subject = new StringBuilder();
    List<String> projects = new ArrayList<>();
    List<String> refs = new ArrayList<>();
    for (Piece piece : form.pieces()) {
      subject.append(piece.text());
      if (piece.segment().isPresent()) {
        String name = name(piece.segment().get());
        subject.append(name);
        (piece.segment().get().level() == Level.PROJECT ? projects : refs).add(name);
      }
    }
    return new Made(subject.toString(), projects, refs);
  }

  /**
   * What comes behind the project is cut off, so that the pattern names nothing but the project.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "token.actions.githubusercontent.com",
        "gitlab.com",
        "app.terraform.io",
        "agent.buildkite.com",
        "oidc.vercel.com",
        "oidc.codefresh.io",
        "api.pulumi.com/oidc",
        "oidc.circleci.com/org/0a",
        "api.bitbucket.org/2.0/workspaces/acme/pipelines-config/identity/oidc",
      })
  void a_project_named_in_full_lets_its_refs_in_and_no_other_project(String issuer) {
    Issuer known = Issuers.shipped().lookup(issuer).orElseThrow();
    for (SubjectForm form : known.subjects()) {
      Made made = made(form.form());
      if (form.isUsual() && WrittenOut.tellsRefs(form.form())) {
        String last = made.projects().get(made.projects().size() - 1);
        int end = made.subject().lastIndexOf(last) + last.length();
        String pattern = made.subject().substring(0, end + 1) + "*";
        Outcome other = asked(issuer, pattern, Actors.foreignProject(issuer));
        assertThat(other).as(pattern).isInstanceOf(Outcome.Impossible.class);
        Made exact = new Made(pattern, List.of(), List.of());
        assertPossible(Actors.foreignRef(issuer), issuer, pattern, exact);
        Outcome same = asked(issuer, made.subject(), Actors.foreignRef(issuer));
        assertThat(same).as(made.subject()).isInstanceOf(Outcome.Impossible.class);
      }
    }
  }

  private String name(Segment segment) {
    boolean project = segment.level() == Level.PROJECT;
    return switch (segment.letters()) {
      case NUMBER -> project ? "4711" : "10";
      case UUID -> project ? "ab12cd" : "77-88";
      case URL -> "github.com/zed/zap";
      case REST -> "actor:dana";
      default -> project ? pick("zed", "zap") : pick("foo", "bar", "prod");
    };
  }

  private String pick(String... texts) {
    return texts[random.nextInt(texts.length)];
  }

  private String holed(String subject) {
    StringBuilder pattern = new StringBuilder(subject);
    for (int holes = 1 + random.nextInt(4); holes > 0; holes--) {
      int start = random.nextInt(pattern.length());
      int end = Math.min(pattern.length(), start + random.nextInt(12));
      boolean one = random.nextInt(3) == 0;
      pattern.replace(start, one ? Math.min(start + 1, pattern.length()) : end, one ? "?" : "*");
    }
    return pattern.toString();
  }

  /** Whether the issuer makes such subjects, by the letters of every segment. */
  private static boolean isMade(Issuer issuer, String subject) {
    return issuer.subjects().stream().anyMatch(s -> fits(s.form().pieces(), 0, subject, 0));
  }

  private static boolean fits(List<Piece> pieces, int piece, String text, int at) {
    if (piece == pieces.size()) {
      return at == text.length();
    }
    Optional<Segment> segment = pieces.get(piece).segment();
    if (segment.isEmpty()) {
      String fixed = pieces.get(piece).text();
      return text.startsWith(fixed, at) && fits(pieces, piece + 1, text, at + fixed.length());
    }
    int end = at;
    while (end < text.length() && segment.get().letters().admit(text.charAt(end))) {
      if (fits(pieces, piece + 1, text, ++end)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> shown(Outcome outcome, String issuer) {
    return outcome.match(
        new Outcome.Cases<>(
            possible ->
                Optional.of(possible.witness().request().context().get(issuer + ":sub").get(0)),
            impossible -> Optional.empty(),
            undecided -> Optional.empty()));
  }

  private static Outcome asked(String issuer, String pattern, Actor actor) {
    String text =
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
          "Principal": {"Federated": "arn:aws:iam::111111111111:oidc-provider/%s"},
          "Action": "sts:AssumeRoleWithWebIdentity",
          "Condition": {"StringLike": {"%s:sub": "%s"}}}]}
        """
            .formatted(issuer, issuer, pattern);
    SourceFile file = SourceFile.of("trust.json", text);
    PolicyDocument policy =
        new PolicyReader(Limits.DEFAULT)
            .read(JsonReader.read(file, Limits.DEFAULT).roots().get(0), PolicyKind.TRUST);
    Target target = Target.of(policy, "arn:aws:iam::" + OWN + ":role/target", OWN);
    return Entry.of(policy, target).find(policy.statements().get(0), actor);
  }
}
