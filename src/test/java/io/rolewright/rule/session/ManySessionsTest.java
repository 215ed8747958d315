package io.rolewright.rule.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.Inventory;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManySessionsTest {

  @Test
  void a_session_that_may_ask_for_any_role_is_asked_about_some_of_very_many() {
    List<Role> roles = new ArrayList<>();
    String trust = "allow sts:AssumeRole to {\"AWS\": \"" + Written.ACCOUNT + "\"}";
    for (int i = 0; i < 500; i++) {
      roles.add(Written.role("r" + i, "allow sts:AssumeRole", "", trust));
    }
    SessionGrant grant = Written.grant("allow *", "r7");
    Inventory inventory = Written.inventory(roles, List.of(grant), List.of());
    SessionQuestions questions = Written.ask(inventory);
    Granted granted = questions.linked(grant).granted().get(0);
    Escape.Onward onward = questions.escapes(granted).get(0).onward();
    assertThat(onward.all()).isFalse();
    assertThat(onward.roles()).isNotEmpty().allMatch(t -> t.letsIn().isYes());
  }
}
