package io.rolewright.simulate.sts;

import io.rolewright.catalog.RootTask;
import io.rolewright.model.ActionElement;
import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator;
import io.rolewright.model.Effect;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.ResourceElement;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.model.Version;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.source.Origin;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The policies of AssumeRoot sessions (R3.16). AWS's task policies only deny; what they leave is
 * what a root user may do. So that such a session reads like any other with session policies, the
 * root user's power is a policy beside the task's: together they allow what the task leaves.
 */
final class RootTasks {

  private static final String VARIABLE = "${";
  private static final String POWER = "root user";

  private final Origin origin;

  private RootTasks(Origin origin) {
    this.origin = origin;
  }

  /** What every root user may do: everything. */
  static NamedPolicy rootPower() {
    RootTasks policy = new RootTasks(place(POWER));
    return policy.named(
        POWER,
        List.of(
            policy.statement(
                Optional.empty(), Effect.ALLOW, false, List.of("*"), false, List.of("*"))));
  }

  /** Whether a policy of that name stands for the root user's power, which no call passes. */
  static boolean isPower(String name) {
    return name.equals(POWER);
  }

  /** The task's policy. */
  static NamedPolicy policy(RootTask task) {
    RootTasks policy = new RootTasks(place(task.arn()));
    List<Statement> statements = new ArrayList<>();
    for (RootTask.Denial denial : task.denials()) {
      statements.add(policy.statement(denial));
    }
    return policy.named(task.arn(), statements);
  }

  private static Origin place(String name) {
    return SourceFile.unread(name).whole();
  }

  private NamedPolicy named(String name, List<Statement> statements) {
    PolicyDocument.Size size = new PolicyDocument.Size(0, 0, false);
    return new NamedPolicy(
        name,
        new PolicyDocument(
            origin, Version.V2012_10_17, Optional.empty(), statements, List.of(), size));
  }

  private Statement statement(RootTask.Denial denial) {
    return statement(
            Optional.of(Text.literal(origin, denial.sid())),
            Effect.DENY,
            denial.exceptActions(),
            denial.actions(),
            denial.exceptResources(),
            denial.resources())
        .with(denial.condition().isEmpty() ? List.of() : List.of(condition(denial.condition())));
  }

  private Statement statement(
      Optional<Text> sid,
      Effect effect,
      boolean exceptActions,
      List<String> actions,
      boolean exceptResources,
      List<String> resources) {
    return new Statement(
        origin,
        sid,
        effect,
        origin,
        new PrincipalElement.Absent(origin),
        exceptActions
            ? new ActionElement.Except(origin, patterns(actions))
            : new ActionElement.Listed(origin, patterns(actions)),
        exceptResources
            ? new ResourceElement.Except(origin, patterns(resources))
            : new ResourceElement.Listed(origin, patterns(resources)),
        List.of());
  }

  private List<Text> patterns(List<String> written) {
    return written.stream().map(w -> Text.pattern(origin, w)).toList();
  }

  /** From operator, key and value. */
  private Condition condition(List<String> parts) {
    return new Condition(
        origin,
        origin,
        parts.get(0),
        ConditionOperator.named(parts.get(0)),
        Text.literal(origin, parts.get(1)),
        origin,
        List.of(value(parts.get(2))));
  }

  private Text value(String written) {
    if (written.startsWith(VARIABLE)) {
      String key = written.substring(VARIABLE.length(), written.length() - 1);
      return new Text(origin, List.of(new TextPart.Variable(key, Optional.empty())));
    }
    return Text.pattern(origin, written);
  }
}
