package io.rolewright.rule.lang;

import io.rolewright.model.PolicyDocument;
import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.formula.Formula;
import io.rolewright.simulate.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The plain forms of expressions: values, variables, words and the logical connectives. */
final class Nodes {

  private Nodes() {}

  /** Strings, booleans and integers as the language has them; what is not there as absent. */
  static Object normal(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(Nodes::normal).orElse(Absent.VALUE);
    }
    if (value instanceof Boolean holds) {
      return Truth.of(holds);
    }
    if (value instanceof String text) {
      return Scope.text(text);
    }
    if (value instanceof Integer number) {
      return (long) number;
    }
    return value instanceof List<?> list && hasRaw(list)
        ? list.stream().map(Nodes::normal).toList()
        : value;
  }

  private static boolean hasRaw(List<?> values) {
    for (Object value : values) {
      if (value instanceof String || value instanceof Integer) {
        return true;
      }
    }
    return false;
  }

  static final class Constant extends Node {
    private final Object value;

    Constant(Type<?> type, Object value) {
      super(type, false);
      this.value = value;
    }

    @Override
    Object value(Env env) {
      return value;
    }
  }

  static final class Variable extends Node {
    private final int slot;

    Variable(Type<?> type, int slot, boolean asks) {
      super(type, asks);
      this.slot = slot;
    }

    @Override
    Object value(Env env) {
      return env.get(slot);
    }
  }

  /** A word with its arguments. */
  static final class Call extends Node {
    private final Word word;
    private final List<Node> arguments;

    Call(Word word, List<Node> arguments) {
      super(word.result(), arguments.stream().anyMatch(Node::asks));
      this.word = word;
      this.arguments = arguments;
    }

    @Override
    Object value(Env env) {
      Object[] values = new Object[arguments.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = arguments.get(i).value(env);
        if (values[i] instanceof Absent) {
          return Absent.VALUE;
        }
      }
      return normal(word.meaning().of(env.scope(), values));
    }

    /** The arguments, nothing in place of the request; nothing at all if one is absent. */
    private Optional<Object[]> known(Env env) {
      Object[] values = new Object[arguments.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = arguments.get(i).asks() ? Absent.VALUE : arguments.get(i).value(env);
        if (values[i] instanceof Absent && !arguments.get(i).asks()) {
          return Optional.empty();
        }
      }
      return Optional.of(values);
    }

    @Override
    void reads(Env env, List<PolicyDocument> documents, Set<String> keys) {
      if (asks()) {
        known(env)
            .ifPresent(
                values -> {
                  if (type().equals(Type.TRUTH)) {
                    documents.addAll(word.symbolic().orElseThrow().documents(env.scope(), values));
                  } else {
                    keys.addAll(term(env).keys());
                  }
                });
      }
    }

    @Override
    Formula formula(Env env, Encoding encoding) {
      if (!asks()) {
        return super.formula(env, encoding);
      }
      return known(env)
          .map(values -> word.symbolic().orElseThrow().formula(env.scope(), values, encoding))
          .orElseGet(() -> encoding.formulas().no());
    }

    @Override
    Term term(Env env) {
      return word.symbolic().orElseThrow().term(known(env).orElseThrow());
    }
  }

  /** A word asked of each element of a list. */
  static final class Mapped extends Node {
    private final Node list;
    private final Type<?> result;
    private final int slot;
    private final Node each;

    Mapped(Node list, int slot, Node each) {
      super(each.type().list(), false);
      this.list = list;
      this.slot = slot;
      this.each = each;
      this.result = each.type();
    }

    @Override
    Object value(Env env) {
      List<Object> values = new ArrayList<>();
      for (Object element : elements(list, env)) {
        env.set(slot, element);
        Object value = each.value(env);
        if (value instanceof List<?> several && result.element().isPresent()) {
          values.addAll(several);
        } else if (!(value instanceof Absent)) {
          values.add(value);
        }
      }
      return values;
    }
  }

  static List<?> elements(Node list, Env env) {
    return list.value(env) instanceof List<?> values ? values : List.of();
  }

  static final class Not extends Node {
    private final Node inner;

    Not(Node inner) {
      super(Type.TRUTH, inner.asks());
      this.inner = inner;
    }

    @Override
    Object value(Env env) {
      return inner.truth(env).not();
    }

    @Override
    void reads(Env env, List<PolicyDocument> documents, Set<String> keys) {
      inner.reads(env, documents, keys);
    }

    @Override
    Formula formula(Env env, Encoding encoding) {
      return encoding.formulas().not(inner.formula(env, encoding));
    }
  }

  /** And, or or. */
  static final class Both extends Node {
    private final Node left;
    private final Node right;
    private final boolean and;

    Both(Node left, Node right, boolean and) {
      super(Type.TRUTH, left.asks() || right.asks());
      this.left = left;
      this.right = right;
      this.and = and;
    }

    @Override
    Object value(Env env) {
      Truth first = left.truth(env);
      if (and ? first.isNo() : first.isYes()) {
        return first;
      }
      return and ? first.and(right.truth(env)) : first.or(right.truth(env));
    }

    @Override
    void reads(Env env, List<PolicyDocument> documents, Set<String> keys) {
      left.reads(env, documents, keys);
      right.reads(env, documents, keys);
    }

    @Override
    Formula formula(Env env, Encoding encoding) {
      Formula first = left.formula(env, encoding);
      if (first == (and ? encoding.formulas().no() : encoding.formulas().yes())) {
        return first;
      }
      Formula second = right.formula(env, encoding);
      return and ? encoding.formulas().and(first, second) : encoding.formulas().or(first, second);
    }
  }

  /** Holds also where it is not known; that is remembered. */
  static final class Maybe extends Node {
    private final Node inner;

    Maybe(Node inner) {
      super(Type.TRUTH, false);
      this.inner = inner;
    }

    @Override
    Object value(Env env) {
      Truth truth = inner.truth(env);
      if (truth == Truth.UNKNOWN) {
        env.doubt("");
        return Truth.YES;
      }
      return truth;
    }
  }

  /** If, then, else. */
  static final class Choice extends Node {
    private final Node condition;
    private final Node then;
    private final Node otherwise;

    Choice(Node condition, Node then, Node otherwise) {
      super(then.type(), false);
      this.condition = condition;
      this.then = then;
      this.otherwise = otherwise;
    }

    @Override
    Object value(Env env) {
      return condition.truth(env).isYes() ? then.value(env) : otherwise.value(env);
    }
  }
}
