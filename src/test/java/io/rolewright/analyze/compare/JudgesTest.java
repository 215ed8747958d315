package io.rolewright.analyze.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.analyze.input.Inputs;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.parse.ReadOptions;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.property.Judged;
import io.rolewright.reason.property.Outcome;
import io.rolewright.reason.property.Population;
import io.rolewright.reason.property.Properties;
import io.rolewright.simulate.PolicyScope;
import io.rolewright.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is left out to be faster changes no answer. */
class JudgesTest {

  private static final String OWNER = "111122223333";

  private static final List<String> STATEMENTS =
      List.of(
          allow("s3:GetObject", "*", ""),
          allow("s3:Get*", "arn:aws:s3:::shop/*", ""),
          allow("s3:*", "arn:aws:s3:::shop/*", mfa("Bool")),
          allow("*", "*", mfa("BoolIfExists")),
          allow("iam:*", "*", ""),
          deny("s3:GetObject", "*", ""),
          deny("s3:*", "arn:aws:s3:::shop/private/*", ""),
          deny("iam:*", "*", mfa("Bool")),
          deny("*", "*", mfa("BoolIfExists")));

  private static String allow(String action, String resource, String condition) {
    return statement("Allow", action, resource, condition);
  }

  private static String deny(String action, String resource, String condition) {
    return statement("Deny", action, resource, condition);
  }

  private static String statement(String effect, String action, String resource, String more) {
    return "{\"Effect\": \"%s\", \"Action\": \"%s\", \"Resource\": \"%s\"%s}"
        .formatted(effect, action, resource, more);
  }

  private static String mfa(String operator) {
    return ", \"Condition\": {\"%s\": {\"aws:MultiFactorAuthPresent\": \"false\"}}"
        .formatted(operator);
  }

  private final Random random = new Random(20261123);

  private Optional<PolicyDocument> policy() {
    Set<String> chosen = new TreeSet<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      chosen.add(STATEMENTS.get(random.nextInt(STATEMENTS.size())));
    }
    String text =
        chosen.stream()
            .collect(
                Collectors.joining(",", "{\"Version\": \"2012-10-17\", \"Statement\": [", "]}"));
    return new Inputs(ReadOptions.DEFAULT)
        .read(SourceFile.of("policy.json", text), true).policies().stream()
            .map(policy -> policy.document())
            .findFirst();
  }

  @Test
  void what_both_versions_say_need_not_be_asked_about() {
    List<Requests> all = Population.of(PolicyKind.IDENTITY, OWNER, "aws");
    int differing = 0;
    for (int i = 0; i < 300; i++) {
      Optional<PolicyDocument> before = policy();
      Optional<PolicyDocument> after = policy();
      Judged old = Judges.of(before, PolicyScope.CALLER, OWNER);
      boolean whole = isNew(all, old, Judges.of(after, PolicyScope.CALLER, OWNER));
      boolean rest = isNew(all, old, Judges.beside(before, after, PolicyScope.CALLER, OWNER));
      assertThat(rest).as("%s against %s", after, before).isEqualTo(whole);
      differing += whole ? 1 : 0;
    }
    assertThat(differing).isBetween(100, 250);
  }

  private static boolean isNew(List<Requests> among, Judged before, Judged after) {
    return Properties.among(among)
        .newAccess(before, after)
        .match(
            new Outcome.Cases<>(
                possible -> true,
                impossible -> false,
                undecided -> {
                  throw new AssertionError(undecided.reason());
                }));
  }
}
