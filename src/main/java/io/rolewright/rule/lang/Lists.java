package io.rolewright.rule.lang;

import io.rolewright.model.PolicyDocument;
import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.formula.Formula;
import io.rolewright.simulate.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Expressions about lists. */
final class Lists {

  private Lists() {}

  /** A list of expressions. */
  static final class Listed extends Node {
    private final List<Node> elements;

    Listed(Type<?> element, List<Node> elements) {
      super(element.list(), false);
      this.elements = elements;
    }

    @Override
    Object value(Env env) {
      List<Object> values = new ArrayList<>(elements.size());
      for (Node element : elements) {
        Object value = element.value(env);
        if (!(value instanceof Absent)) {
          values.add(value);
        }
      }
      return values;
    }
  }

  /** The elements of which something surely holds. */
  static final class Those extends Node {
    private final Node list;
    private final int slot;
    private final Node condition;

    Those(Node list, int slot, Node condition) {
      super(list.type(), false);
      this.list = list;
      this.slot = slot;
      this.condition = condition;
    }

    @Override
    Object value(Env env) {
      List<Object> values = new ArrayList<>();
      for (Object element : Nodes.elements(list, env)) {
        env.set(slot, element);
        if (condition.truth(env).isYes()) {
          values.add(element);
        }
      }
      return values;
    }
  }

  /** Whether something holds of any element, or of every one. */
  static final class Quantified extends Node {
    private final Node list;
    private final int slot;
    private final Node condition;
    private final boolean every;

    Quantified(Node list, int slot, Node condition, boolean every) {
      super(Type.TRUTH, condition.asks());
      this.list = list;
      this.slot = slot;
      this.condition = condition;
      this.every = every;
    }

    @Override
    Object value(Env env) {
      Truth truth = Truth.of(every);
      for (Object element : Nodes.elements(list, env)) {
        env.set(slot, element);
        Truth one = condition.truth(env);
        truth = every ? truth.and(one) : truth.or(one);
        if (truth == Truth.of(!every)) {
          return truth;
        }
      }
      return truth;
    }

    @Override
    void reads(Env env, List<PolicyDocument> documents, Set<String> keys) {
      for (Object element : Nodes.elements(list, env)) {
        env.set(slot, element);
        condition.reads(env, documents, keys);
      }
    }

    @Override
    Formula formula(Env env, Encoding encoding) {
      List<Formula> parts = new ArrayList<>();
      for (Object element : Nodes.elements(list, env)) {
        env.set(slot, element);
        parts.add(condition.formula(env, encoding));
      }
      return every ? encoding.formulas().and(parts) : encoding.formulas().or(parts);
    }
  }

  /** How many elements a list has. */
  static final class Count extends Node {
    private final Node list;

    Count(Node list) {
      super(Type.NUMBER, false);
      this.list = list;
    }

    @Override
    Object value(Env env) {
      return (long) Nodes.elements(list, env).size();
    }
  }

  /** The first element of a list, if it has one. */
  static final class First extends Node {
    private final Node list;

    First(Node list) {
      super(list.type().element().orElseThrow(), false);
      this.list = list;
    }

    @Override
    Object value(Env env) {
      List<?> values = Nodes.elements(list, env);
      return values.isEmpty() ? Absent.VALUE : values.get(0);
    }
  }

  /** The elements of a list, equal ones once. */
  static final class Distinct extends Node {
    private final Node list;

    Distinct(Node list) {
      super(list.type(), false);
      this.list = list;
    }

    @Override
    Object value(Env env) {
      return Nodes.elements(list, env).stream().distinct().toList();
    }
  }
}
