package io.rolewright.rule.permission;

import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.SensitiveAction;
import io.rolewright.catalog.SensitiveAction.Danger;
import io.rolewright.rule.permission.Privilege.Call;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The calls each of which alone raises the caller's permissions, given a target (R6.2). */
final class Escalations {

  private static final String ACCOUNT = "${Account}";

  /** The calls with a variable in place of the account. */
  private static final List<Call> CALLS =
      SensitiveAction.all().stream()
          .filter(action -> action.dangers().contains(Danger.PRIVILEGE_ESCALATION))
          .flatMap(Escalations::onEachTarget)
          .toList();

  private Escalations() {}

  /** Each call on a target of an account, a target that nobody has named. */
  static Stream<Call> in(String account) {
    return CALLS.stream()
        .map(call -> new Call(call.action(), call.resource().replace(ACCOUNT, account)));
  }

  /** A call that raises permissions, on a target that nobody has named. */
  static Optional<Ability.Able> byOneCall(Abilities abilities) {
    for (SensitiveAction action : SensitiveAction.all()) {
      if (action.dangers().contains(Danger.PRIVILEGE_ESCALATION) && abilities.mayDo(action.id())) {
        Optional<Ability.Able> able = ActionTargets.ability(action.id(), abilities, false).able();
        if (able.isPresent()) {
          return able;
        }
      }
    }
    return Optional.empty();
  }

  private static Stream<Call> onEachTarget(SensitiveAction action) {
    return Catalog.shipped().action(action.id()).stream()
        .flatMap(known -> known.targets().stream())
        .map(target -> new Call(action.id(), fresh(target.type().arn())));
  }

  private static String fresh(String template) {
    return template
        .replace("${Partition}", "aws")
        .replaceAll("\\$\\{(?!Account})\\w+}", "zz-fresh");
  }
}
