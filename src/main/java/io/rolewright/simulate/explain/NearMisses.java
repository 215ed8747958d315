package io.rolewright.simulate.explain;

import io.rolewright.model.Condition;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.simulate.Layer;
import io.rolewright.simulate.Step;
import io.rolewright.simulate.Trace.LayerTrace;
import io.rolewright.simulate.Trace.PolicyTrace;
import io.rolewright.simulate.Trace.StatementTrace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The Allow statements of a layer that did not match, closest first.
 *
 * <p>A statement about other actions is farther away than one about this action with several
 * conditions that fail, and one about another service is no near miss at all.
 */
final class NearMisses {

  private static final int FAR = 100;

  private record Scored(int distance, NearMiss miss) {}

  private NearMisses() {}

  static List<NearMiss> of(Subject subject, Layer layer) {
    List<Scored> scored = new ArrayList<>();
    for (PolicyTrace policy : subject.layer(layer).map(LayerTrace::policies).orElse(List.of())) {
      for (StatementTrace one : policy.statements()) {
        if (one.statement().isAllow() && !one.step().matched().isYes()) {
          NearMiss miss =
              new NearMiss(
                  new Cited(layer, policy.policy(), one.statement()),
                  failures(one.statement(), one.step()));
          scored.add(new Scored(distance(miss, subject), miss));
        }
      }
    }
    scored.removeIf(s -> s.distance() >= FAR || s.miss().failures().isEmpty());
    scored.sort(Comparator.comparingInt(Scored::distance));
    return scored.stream().map(Scored::miss).toList();
  }

  private static List<NearMiss.Failure> failures(Statement statement, Step whole) {
    List<NearMiss.Failure> failures = new ArrayList<>();
    int condition = 0;
    for (Step step : whole.steps()) {
      Optional<Condition> test = Optional.empty();
      if (step.kind() == Step.Kind.CONDITION && condition < statement.conditions().size()) {
        test = Optional.of(statement.conditions().get(condition++));
      }
      if (!step.matched().isYes()) {
        failures.add(new NearMiss.Failure(step, test, wanted(statement, step, test)));
      }
    }
    return failures;
  }

  private static List<String> wanted(Statement statement, Step step, Optional<Condition> test) {
    return switch (step.kind()) {
      case PRINCIPAL ->
          statement.principal().patterns().stream().map(PrincipalPattern::shown).toList();
      case ACTION -> shown(statement.action().patterns());
      case RESOURCE -> shown(statement.resource().patterns());
      default -> test.map(t -> shown(t.values())).orElse(List.of());
    };
  }

  private static List<String> shown(List<Text> texts) {
    return texts.stream().map(Text::shown).toList();
  }

  private static int distance(NearMiss miss, Subject subject) {
    int distance = 0;
    for (NearMiss.Failure failure : miss.failures()) {
      distance +=
          switch (failure.step().kind()) {
            case ACTION -> sameService(miss.cited().statement(), subject) ? 8 : FAR;
            case PRINCIPAL -> 6;
            case RESOURCE -> 4;
            default -> 1;
          };
    }
    return distance;
  }

  private static boolean sameService(Statement statement, Subject subject) {
    String action = subject.request().action();
    String service = action.substring(0, action.indexOf(':') + 1);
    for (Text pattern : statement.action().patterns()) {
      String shown = pattern.shown();
      if (shown.regionMatches(true, 0, service, 0, service.length())) {
        return true;
      }
    }
    return false;
  }
}
