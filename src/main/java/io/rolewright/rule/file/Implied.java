package io.rolewright.rule.file;

import io.rolewright.rule.RuleMetadata;
import io.rolewright.rule.lang.RuleLogic;
import io.rolewright.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells of rules that another implies: wherever they report something, the other reports something
 * that is as grave.
 */
final class Implied {

  /** A rule whose logic is known. */
  record Known(RuleMetadata rule, RuleLogic logic) {}

  private Implied() {}

  /**
   * One warning for each rule that can go, at its beginning.
   *
   * @param own in the order of files; of two that say the same, the later can go
   * @param others that may imply them, and stay
   */
  static List<Problem> among(List<Known> own, List<Known> others) {
    List<Problem> problems = new ArrayList<>();
    List<Known> staying = new ArrayList<>(own);
    for (int i = own.size() - 1; i >= 0; i--) {
      Known rule = own.get(i);
      staying.remove(rule);
      Optional<Known> wider = wider(rule, staying).or(() -> wider(rule, others));
      if (wider.isPresent()) {
        problems.add(0, problem(rule.rule(), wider.get().rule()));
      } else {
        staying.add(rule);
      }
    }
    return problems;
  }

  private static Optional<Known> wider(Known rule, List<Known> among) {
    return among.stream()
        .filter(other -> !other.rule().id().equals(rule.rule().id()))
        .filter(other -> other.rule().severity().reaches(rule.rule().severity()))
        .filter(other -> !rule.logic().isDead() && other.logic().covers(rule.logic()))
        .findFirst();
  }

  private static Problem problem(RuleMetadata rule, RuleMetadata wider) {
    String message =
        "`%s` is implied by `%s` in %s, which reports something wherever it does"
            .formatted(rule.name(), wider.name(), wider.page());
    return Problem.warning(message, rule.source().orElseThrow().at(0, 3));
  }
}
