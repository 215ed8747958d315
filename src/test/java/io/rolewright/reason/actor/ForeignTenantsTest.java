package io.rolewright.reason.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.policy.PolicyReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.reason.property.Outcome;
import io.rolewright.reason.strings.Pattern;
import io.rolewright.source.SourceFile;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** No tenant is proved to be kept out who has a token that gets in. */
class ForeignTenantsTest {

  private static final String GITHUB = "token.actions.githubusercontent.com";
  private static final String OWN = "111111111111";

  /** As GitHub makes them; {@code T} is the tenant's name, {@code I} its number. */
  private static final List<String> SUBJECTS =
      List.of(
          "repo:{T}/{N}:ref:refs/heads/{V}",
          "repo:{T}/{N}:pull_request",
          "repo:{T}/{N}:environment:{V}",
          "repo:{T}@{I}/{N}@{N}:environment:{V}",
          "repository_owner:{T}:ref:refs/heads/{V}",
          "repository_owner_id:{I}:environment:{V}",
          "repository_id:{I}:workflow:{V}",
          "environment:{V}:repository_owner:{T}",
          "job_workflow_ref:{T}/{N}/.github/workflows/{V}.yml@refs/heads/main");

  private final Random random = new Random(20261123);

  /** Patterns are made from his subject, with holes in it; what is whole in them is no tenant. */
  @Test
  void whoever_fits_a_pattern_that_does_not_name_him_is_not_proved_to_be_kept_out() {
    int asked = 0;
    for (int i = 0; i < 3_000; i++) {
      String name = pick("acme", "foo-bar", "zed");
      String number = pick("4711", "10");
      String subject = subject(name, number);
      String pattern = holed(subject);
      boolean fits = Pattern.glob(pattern).matches(subject);
      if (fits && !pattern.contains(name) && !pattern.contains(number)) {
        asked++;
        assertThat(asked(pattern))
            .as("`%s` fits `%s`", subject, pattern)
            .isInstanceOf(Outcome.Possible.class);
      }
    }
    assertThat(asked).isGreaterThan(300);
  }

  @Test
  void a_tenant_that_is_named_before_anything_is_open_is_kept_out_by_his_name() {
    for (String subject : SUBJECTS) {
      int end = subject.contains("{T}") ? subject.indexOf("{T}") : subject.indexOf("{I}");
      String pattern = subject.substring(0, end).replace("{V}", "prod") + "4711";
      String rest = subject.substring(end + 3);
      if (!rest.isEmpty()) {
        pattern += rest.charAt(0) + "*";
      }
      assertThat(asked(pattern)).as(pattern).isInstanceOf(Outcome.Impossible.class);
    }
  }

  private String pick(String... texts) {
    return texts[random.nextInt(texts.length)];
  }

  private String subject(String name, String number) {
    return SUBJECTS
        .get(random.nextInt(SUBJECTS.size()))
        .replace("{T}", name)
        .replace("{I}", number)
        .replace("{N}", pick("web", "x"))
        .replace("{V}", pick("prod", "main"));
  }

  private String holed(String subject) {
    StringBuilder pattern = new StringBuilder(subject);
    for (int holes = 1 + random.nextInt(4); holes > 0; holes--) {
      int start = random.nextInt(pattern.length());
      int end = Math.min(pattern.length(), start + random.nextInt(9));
      boolean one = random.nextInt(3) == 0;
      pattern.replace(start, one ? Math.min(start + 1, pattern.length()) : end, one ? "?" : "*");
    }
    return pattern.toString();
  }

  private static Outcome asked(String pattern) {
    String text =
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
          "Principal": {"Federated": "arn:aws:iam::111111111111:oidc-provider/%s"},
          "Action": "sts:AssumeRoleWithWebIdentity",
          "Condition": {"StringLike": {"%s:sub": "%s"}}}]}
        """
            .formatted(GITHUB, GITHUB, pattern);
    SourceFile file = SourceFile.of("trust.json", text);
    PolicyDocument policy =
        new PolicyReader(Limits.DEFAULT)
            .read(JsonReader.read(file, Limits.DEFAULT).roots().get(0), PolicyKind.TRUST);
    Target target = Target.of(policy, "arn:aws:iam::" + OWN + ":role/target", OWN);
    return Entry.of(policy, target).find(policy.statements().get(0), Actors.foreignTenant(GITHUB));
  }
}
