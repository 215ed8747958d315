package io.rolewright.rule;

import io.rolewright.source.Origin;
import java.util.List;
import java.util.function.Function;

/**
 * One change of a policy as it is written, told by the places of the model: what a rule asks for,
 * without knowing whether the file is JSON or YAML.
 *
 * <p>A place must be one that the model gave. Texts are what the policy is to say, without quotes
 * and escapes, which are those of the file.
 */
public sealed interface Change {

  /** The place that is changed. */
  Origin at();

  /** Case analysis: exactly one of the functions is applied. */
  <R> R match(Cases<R> cases);

  /** One function for each kind. */
  record Cases<R>(
      Function<Replace, R> replace,
      Function<ReplaceAll, R> replaceAll,
      Function<Remove, R> remove,
      Function<ChangeOperator, R> changeOperator,
      Function<AddCondition, R> addCondition,
      Function<AddAction, R> addAction,
      Function<AddPrincipal, R> addPrincipal) {}

  /**
   * A string, or the name of an element, operator or key, says something else. A renamed operator
   * is renamed for all keys under it, see {@link ChangeOperator}.
   */
  record Replace(Origin at, String text) implements Change {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.replace().apply(this);
    }
  }

  /**
   * A value, one string or a list of them, says these instead; at least one. One is written as a
   * string where one stood, several as a list.
   */
  record ReplaceAll(Origin at, List<String> values) implements Change {
    public ReplaceAll {
      values = someOf(values);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.replaceAll().apply(this);
    }
  }

  /**
   * An element of a list, a condition ({@link io.rolewright.model.Condition#origin}), a member by
   * the place of its name, or a statement goes. What would be left empty goes with it, but never
   * the last statement, action or principal.
   */
  record Remove(Origin at) implements Change {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.remove().apply(this);
    }
  }

  /**
   * One condition ({@link io.rolewright.model.Condition#origin}) gets another operator; other keys
   * under its operator keep theirs.
   */
  record ChangeOperator(Origin at, String operator) implements Change {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.changeOperator().apply(this);
    }
  }

  /**
   * A statement gets one more condition.
   *
   * @param at the statement
   * @param values at least one
   */
  record AddCondition(Origin at, String operator, String key, List<String> values)
      implements Change {
    public AddCondition {
      values = someOf(values);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.addCondition().apply(this);
    }
  }

  /**
   * A statement with {@code Action} gets one more.
   *
   * @param at the statement
   */
  record AddAction(Origin at, String action) implements Change {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.addAction().apply(this);
    }
  }

  /**
   * A statement with a {@code Principal} object gets one more principal.
   *
   * @param at the statement
   * @param type {@code AWS}, {@code Service} or {@code Federated}
   */
  record AddPrincipal(Origin at, String type, String value) implements Change {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.addPrincipal().apply(this);
    }
  }

  private static List<String> someOf(List<String> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no values");
    }
    return List.copyOf(values);
  }
}
