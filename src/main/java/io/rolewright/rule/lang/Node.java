package io.rolewright.rule.lang;

import io.rolewright.model.PolicyDocument;
import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.formula.Formula;
import io.rolewright.simulate.Truth;
import java.util.List;
import java.util.Set;

/**
 * An expression of a rule, ready to be decided in two ways: evaluated, and, if it asks something of
 * a request that is looked for, told to the reasoner. Both mean the same: what the formula says of
 * a request is what the expression is if the variable is that request.
 */
abstract class Node {

  private final Type<?> type;
  private final boolean asks;

  /**
   * @param asks whether it speaks of a request that is still looked for
   */
  Node(Type<?> type, boolean asks) {
    this.type = type;
    this.asks = asks;
  }

  Type<?> type() {
    return type;
  }

  boolean asks() {
    return asks;
  }

  /** A value of the type, or {@link Absent}. */
  abstract Object value(Env env);

  /** Whether it holds; what is absent does not. */
  final Truth truth(Env env) {
    return value(env) instanceof Truth truth ? truth : Truth.NO;
  }

  /** Adds what the reasoner has to read before it is asked: policies, and condition keys. */
  void reads(Env env, List<PolicyDocument> documents, Set<String> keys) {}

  /** That it holds of the request that is looked for. */
  Formula formula(Env env, Encoding encoding) {
    return switch (truth(env)) {
      case YES -> encoding.formulas().yes();
      case NO -> encoding.formulas().no();
      case UNKNOWN -> encoding.formulas().symbol("something that a template leaves open");
    };
  }

  /** The text of the request that it speaks of. */
  Term term(Env env) {
    throw new IllegalStateException("this asks for no text of a request");
  }
}
