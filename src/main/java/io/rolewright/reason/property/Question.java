package io.rolewright.reason.property;

import io.rolewright.model.PolicyDocument;
import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.formula.Formula;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.Truth;
import java.util.ArrayList;
import java.util.List;

/**
 * The one combinator: is there a request that all of {@code allowing} allow and none of {@code
 * refusing} does, and of which the restrictions hold? Every property is a line over this. A request
 * found is replayed by the simulator before anybody sees it.
 */
public final class Question implements Proposition {

  private final List<Judged> allowing;
  private final List<Judged> refusing;

  private Question(List<Judged> allowing, List<Judged> refusing) {
    this.allowing = List.copyOf(allowing);
    this.refusing = List.copyOf(refusing);
  }

  /** Whether all of the first allow a request that none of the others does. */
  public static Question of(List<Judged> allowing, List<Judged> refusing) {
    return new Question(allowing, refusing);
  }

  @Override
  public List<PolicyDocument> documents() {
    List<PolicyDocument> all = new ArrayList<>();
    allowing.forEach(judged -> all.addAll(judged.documents()));
    refusing.forEach(judged -> all.addAll(judged.documents()));
    return all;
  }

  @Override
  public Formula on(Encoding encoding) {
    List<Formula> all = new ArrayList<>();
    allowing.forEach(judged -> all.add(judged.allows().apply(encoding)));
    refusing.forEach(judged -> all.add(encoding.formulas().not(judged.allows().apply(encoding))));
    return encoding.formulas().and(all);
  }

  @Override
  public Replay replay(Request request) {
    List<Decision> allowed = decisions(allowing, request);
    List<Decision> refused = decisions(refusing, request);
    Truth truth = Truth.YES;
    for (Decision decision : allowed) {
      truth = truth.and(truth(decision));
    }
    for (Decision decision : refused) {
      truth = truth.and(truth(decision).not());
    }
    return new Replay(truth, allowed, refused);
  }

  private static List<Decision> decisions(List<Judged> judges, Request request) {
    return judges.stream().map(judged -> judged.decides().apply(request)).toList();
  }

  private static Truth truth(Decision decision) {
    Truth allowed = Truth.of(decision.isAllowed());
    return decision.certain() ? allowed : Truth.UNKNOWN;
  }
}
