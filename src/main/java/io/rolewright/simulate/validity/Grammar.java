package io.rolewright.simulate.validity;

import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator;
import io.rolewright.model.Defect;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Statement;
import io.rolewright.model.Version;
import io.rolewright.source.Closest;
import java.util.List;

/** The grammar of policies by their kind. */
public final class Grammar {

  private final PolicyKind kind;
  private final Leniency leniency;
  private final Complaints complaints = new Complaints();

  private Grammar(PolicyKind kind, Leniency leniency) {
    this.kind = kind;
    this.leniency = leniency;
  }

  /** What breaks the grammar, in written order; what the reader of the document found included. */
  public static List<Defect> defects(PolicyDocument policy, PolicyKind kind, Leniency leniency) {
    Grammar grammar = new Grammar(kind, leniency);
    policy.defects().stream().filter(grammar::counts).forEach(grammar.complaints::add);
    grammar.version(policy);
    policy.statements().forEach(grammar::statement);
    return grammar.complaints.inWrittenOrder();
  }

  private boolean counts(Defect defect) {
    return !(leniency.duplicates() && defect.kind() == Defect.Kind.DUPLICATE_KEY);
  }

  /** Resource control policies are of the present version (R1.2). */
  private void version(PolicyDocument policy) {
    boolean old = policy.version() == Version.ABSENT || policy.version() == Version.V2008_10_17;
    if (kind == PolicyKind.RCP && old && !policy.statements().isEmpty()) {
      complaints.add(
          Defect.Kind.INVALID_VERSION,
          policy.versionAt().map(v -> v.origin()).orElse(policy.origin()),
          "a resource control policy must be of version `2012-10-17`",
          "write \"Version\": \"2012-10-17\"");
    }
  }

  private void statement(Statement statement) {
    new Elements(kind, complaints).check(statement);
    new PrincipalForms(kind, complaints).check(statement);
    new ActionForms(kind, leniency.trustWildcards(), complaints).check(statement.action());
    if (kind != PolicyKind.TRUST) {
      ResourceForms.check(statement.resource(), kind, complaints);
    }
    statement.conditions().forEach(this::operator);
  }

  /** R1.27, R1.31: {@code Null} has no {@code IfExists}. */
  private void operator(Condition condition) {
    String name = condition.operatorName();
    boolean known =
        condition.operator().isPresent()
            || name.isEmpty()
            || (leniency.anyOperatorCase() && ConditionOperator.namedInAnyCase(name).isPresent());
    if (!known) {
      complaints.add(
          Defect.Kind.UNKNOWN_OPERATOR,
          condition.operatorAt(),
          "`" + name + "` is no condition operator" + Closest.hint(name, names()),
          "write the operator as the IAM User Guide does");
    }
  }

  private static Iterable<String> names() {
    return ConditionOperator.baseNames();
  }
}
