package io.rolewright.rule.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.Attachment;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Role;
import io.rolewright.model.Text;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.policy.PolicyReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is known of holders whose policies, name or account are not all in the input. */
class AbilitiesOfOthersTest {

  private static PolicyDocument policy(String resource) {
    String text =
        """
        {"Version": "2012-10-17",
         "Statement": {"Effect": "Allow", "Action": "iam:*", "Resource": "%s"}}
        """;
    SourceFile file = SourceFile.of("policy.json", text.formatted(resource));
    return new PolicyReader(Limits.DEFAULT)
        .read(JsonReader.read(file, Limits.DEFAULT).roots().get(0), PolicyKind.IDENTITY);
  }

  private static Role role(
      Optional<String> account, PolicyDocument policy, Attachment other, Optional<String> limit) {
    Text inline = Text.literal(policy.origin(), "inline");
    return new Role(
        policy.origin(),
        Text.literal(policy.origin(), "worker"),
        account,
        Optional.empty(),
        Optional.empty(),
        List.of(new Attachment(policy.origin(), inline, false, Optional.of(policy)), other),
        false,
        limit.map(name -> named(policy, name)),
        Optional.empty(),
        Map.of(),
        "");
  }

  private static Attachment named(PolicyDocument at, String arn) {
    return new Attachment(at.origin(), Text.literal(at.origin(), arn), true, Optional.empty());
  }

  @Test
  void an_unknown_boundary_leaves_it_open_and_unknown_policies_are_gaps() {
    PolicyDocument all = policy("*");
    Attachment missing = named(all, "arn:aws:iam::111122223333:policy/missing");
    Optional<String> account = Optional.of("111122223333");
    Abilities open = Abilities.of(role(account, all, missing, Optional.of("limit")));
    Ability.Able able =
        open.can("iam:PutRolePolicy", open.bearer().fresh("role/*")).able().orElseThrow();
    assertThat(able.isCertain()).isFalse();
    assertThat(able.unknowns()).containsExactly("the boundary `limit`");
    assertThat(open.gaps()).hasSize(2);
    assertThat(open.isComplete()).isFalse();
  }

  @Test
  void an_account_that_nobody_knows_may_be_the_one_that_policies_name() {
    PolicyDocument named = policy("arn:aws:iam::111122223333:role/*");
    Attachment reading = named(named, "arn:aws:iam::aws:policy/ReadOnlyAccess");
    Abilities abilities = Abilities.of(role(Optional.empty(), named, reading, Optional.empty()));
    Ability ability = abilities.can("iam:PutRolePolicy", abilities.bearer().fresh("role/*"));
    assertThat(ability.able().orElseThrow().request().resource())
        .isEqualTo("arn:aws:iam::111122223333:role/zz-fresh");
    assertThat(ability.able().orElseThrow().grant().isWild()).isTrue();
  }

  @Test
  void a_user_without_a_name_is_not_the_one_that_is_asked_for() {
    PolicyDocument own = policy("arn:aws:iam::*:user/${aws:username}");
    Holder holder =
        new Holder(
            "identity policy `self`",
            Optional.of("111122223333"),
            List.of(own),
            Optional.empty(),
            Optional.empty(),
            false);
    Abilities user = Abilities.ofUser(holder);
    assertThat(user.can("iam:CreateAccessKey", user.bearer().fresh("user/*")).able()).isEmpty();
    assertThat(user.can("iam:PutUserPolicy", user.bearer().self()).able()).isPresent();
    Abilities session = Abilities.of(holder);
    assertThat(session.can("iam:PutUserPolicy", session.bearer().fresh("user/*")).able()).isEmpty();
  }
}
