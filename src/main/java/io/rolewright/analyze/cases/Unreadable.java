package io.rolewright.analyze.cases;

import io.rolewright.model.Defect;
import io.rolewright.model.PolicyKind;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Uncertainty;
import io.rolewright.simulate.Validity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Policies that cannot be evaluated because nobody knows what they say. A policy that AWS would not
 * store today may still be in force from earlier, be AWS's own, or match nothing, and is evaluated
 * as written (R1.14, R1.16, R1.20).
 */
final class Unreadable {

  private static final Set<Defect.Kind> CLEAR_ALL_THE_SAME =
      Set.of(
          Defect.Kind.INVALID_SID,
          Defect.Kind.EMPTY_ELEMENT,
          Defect.Kind.FORBIDDEN_ELEMENT,
          Defect.Kind.ILLEGAL_CHARACTER);

  private Unreadable() {}

  /** What keeps a policy from being evaluated. */
  static Optional<Defect> in(Question.Document document, Assumptions taken) {
    Stream<Defect> text =
        document.policy().defects().stream().filter(d -> isUnclear(d.kind(), taken));
    List<Defect> all = Validity.defects(document.policy(), document.kind(), taken);
    Stream<Defect> operators = all.stream().filter(d -> d.kind() == Defect.Kind.UNKNOWN_OPERATOR);
    return Stream.of(text, operators, wildcards(document, all, taken)).flatMap(s -> s).findFirst();
  }

  /** What option B of U2 holds against a trust policy: there such a policy cannot be (R1.9). */
  private static Stream<Defect> wildcards(
      Question.Document document, List<Defect> all, Assumptions taken) {
    if (document.kind() != PolicyKind.TRUST || !taken.isB(Uncertainty.U2)) {
      return Stream.empty();
    }
    List<Defect> otherwise =
        Validity.defects(document.policy(), document.kind(), taken.flipped(Uncertainty.U2));
    return all.stream().filter(d -> !otherwise.contains(d));
  }

  private static boolean isUnclear(Defect.Kind kind, Assumptions taken) {
    return !CLEAR_ALL_THE_SAME.contains(kind)
        && !(kind == Defect.Kind.DUPLICATE_KEY && taken.isB(Uncertainty.U1));
  }
}
