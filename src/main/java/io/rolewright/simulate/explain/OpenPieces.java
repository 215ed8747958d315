package io.rolewright.simulate.explain;

import io.rolewright.model.Condition;
import io.rolewright.model.Effect;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.simulate.Trace.LayerTrace;
import io.rolewright.simulate.Trace.PolicyTrace;
import io.rolewright.simulate.Trace.StatementTrace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The unknown pieces of policies that leave a decision open, by name. */
final class OpenPieces {

  private OpenPieces() {}

  static List<String> of(Subject subject) {
    Set<String> names = new LinkedHashSet<>();
    for (LayerTrace layer : subject.trace().layers()) {
      for (PolicyTrace policy : layer.policies()) {
        for (StatementTrace one : policy.statements()) {
          if (layer.applies() && !one.step().matched().isNo() && !one.step().matched().isYes()) {
            if (one.statement().effect() == Effect.UNKNOWN) {
              names.add(policy.policy().name());
            }
            texts(one.statement()).forEach(t -> t.unknowns().forEach(u -> names.add(u.name())));
          }
        }
      }
    }
    return List.copyOf(names);
  }

  private static List<Text> texts(Statement statement) {
    List<Text> texts = new ArrayList<>();
    statement.principal().patterns().forEach(p -> texts.add(p.text()));
    texts.addAll(statement.action().patterns());
    texts.addAll(statement.resource().patterns());
    for (Condition condition : statement.conditions()) {
      texts.add(condition.key());
      texts.addAll(condition.values());
    }
    return texts;
  }
}
