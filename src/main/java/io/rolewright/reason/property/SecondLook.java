package io.rolewright.reason.property;

import io.rolewright.reason.access.Access;
import io.rolewright.reason.encode.Terms;
import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.solve.Answer;
import io.rolewright.reason.solve.Cubes;
import io.rolewright.reason.solve.Domain;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.solve.Means;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.List;
import java.util.Optional;

/**
 * Asks in another way what was concluded from several answers, for whoever looks at them again:
 * whether there is no request of any action, not class by class; and whether a list is exactly what
 * it is a list of. These questions are answered by the same means, so that their answers are looked
 * at again like others. Does nothing unless a thorough review is wished.
 */
public final class SecondLook {

  private final Formulas formulas;
  private final Domains domains;
  private final Means means;

  /**
   * @param formulas which made all formulas asked about
   * @param domains what is true of every request
   */
  public SecondLook(Formulas formulas, Domains domains, Means means) {
    this.formulas = formulas;
    this.domains = domains;
    this.means = means;
  }

  /** At that no request makes a formula true, which was found out class of actions by class. */
  void atNone(Formula formula) {
    if (!means.review().isThorough() || formula == formulas.no()) {
      return;
    }
    Answer answer = means.solver().solve(formula, ofActions(), means.budget());
    if (answer instanceof Answer.Satisfied found) {
      String action = found.request().text(Terms.ACTION).orElse("");
      if (isAction(action)) {
        means.review().differs(contrary("no class of actions has a request", found.request()));
      } else {
        means.review().unchecked("asked of all actions at once, `" + action + "` is found");
      }
    }
  }

  /** The domains, and actions are as texts can be said to be: something, a colon, something. */
  private Domains ofActions() {
    Language shape = Language.of(List.of(Pattern.glob("?*:?*")));
    Domain.Texts texts = Domain.Texts.any().with(Domain.Presence.ALWAYS).shaped(shape);
    Language twoColons = Language.of(List.of(Pattern.glob("*:*:*")));
    Formula several = formulas.in(Terms.ACTION, twoColons);
    return domains.with(Terms.ACTION, texts).withLaw(formulas.not(several));
  }

  private static boolean isAction(String text) {
    return text.chars()
            .allMatch(c -> c == ':' || c == '-' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9')
        && text.indexOf(':') > 0
        && text.indexOf(':') == text.lastIndexOf(':')
        && !text.endsWith(":");
  }

  /** At that lines are what they list. */
  public void at(Access<?> list, Formula whole) {
    if (!means.review().isThorough()) {
      return;
    }
    Formula listed = list.formula(formulas);
    ask(formulas.and(listed, formulas.not(whole)), "the list has nothing but what it lists");
    if (list.isComplete()) {
      ask(formulas.and(whole, formulas.not(listed)), "the list has all that it lists");
    }
  }

  private void ask(Formula impossible, String claim) {
    ActionSearch.Result result = new ActionSearch(formulas, domains, means).search(impossible);
    result.found().ifPresent(request -> means.review().differs(contrary(claim, request)));
    if (result.found().isEmpty() && result.undecided().isEmpty()) {
      atNone(impossible);
    }
  }

  /** At that cubes, which do not speak of actions, are what they list. */
  public void at(Cubes list, Formula whole) {
    if (!means.review().isThorough()) {
      return;
    }
    Formula listed =
        formulas.or(
            list.cubes().stream()
                .map(cube -> formulas.and(cube.stream().map(formulas::of).toList()))
                .toList());
    solve(formulas.and(listed, formulas.not(whole)), "the cases lie within the policy");
    if (list.isComplete()) {
      solve(formulas.and(whole, formulas.not(listed)), "the cases are all that the policy has");
    }
  }

  private void solve(Formula impossible, String claim) {
    Answer answer = means.solver().solve(impossible, domains, means.budget());
    Optional.of(answer)
        .filter(Answer.Satisfied.class::isInstance)
        .map(found -> ((Answer.Satisfied) found).request())
        .ifPresent(request -> means.review().differs(contrary(claim, request)));
  }

  private static String contrary(String claim, Assignment request) {
    return "one way says that " + claim + ", another finds " + request;
  }
}
