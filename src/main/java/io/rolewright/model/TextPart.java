package io.rolewright.model;

import java.util.Optional;
import java.util.function.Function;

/** A piece of a {@link Text}. */
public sealed interface TextPart {

  /** The piece as a person reads it: {@code *}, {@code ${aws:username}}, {@code <Parameter>}. */
  String shown();

  <R> R match(Cases<R> cases);

  /** Exhaustive case analysis; a new kind of part fails to compile where it is not handled. */
  record Cases<R>(
      Function<Literal, R> literal,
      Function<AnyRun, R> anyRun,
      Function<AnyOne, R> anyOne,
      Function<Variable, R> variable,
      Function<Unknown, R> unknown,
      Function<OwnAccount, R> ownAccount) {}

  /** Characters that stand for themselves; also what the escape {@code ${*}} yields (R1.44). */
  record Literal(String value) implements TextPart {
    @Override
    public String shown() {
      return value;
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.literal.apply(this);
    }
  }

  /** A {@code *}. Whether it is a wildcard or a character is for the element to say (R1.32). */
  record AnyRun() implements TextPart {
    @Override
    public String shown() {
      return "*";
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.anyRun.apply(this);
    }
  }

  /** A {@code ?}. Whether it is a wildcard or a character is for the element to say (R1.32). */
  record AnyOne() implements TextPart {
    @Override
    public String shown() {
      return "?";
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.anyOne.apply(this);
    }
  }

  /**
   * A policy variable {@code ${key}} or {@code ${key, 'default'}} (R1.43).
   *
   * @param key as written; key names are compared without regard to case
   */
  record Variable(String key, Optional<String> defaultValue) implements TextPart {
    @Override
    public String shown() {
      return "${" + key + defaultValue.map(d -> ", '" + d + "'").orElse("") + "}";
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.variable.apply(this);
    }
  }

  /**
   * A piece that the input leaves open, such as a template parameter. It may stand for any text,
   * the empty one included, and two parts of the same name stand for the same text.
   *
   * @param name what decides it, for people: {@code parameter VendorAccount}
   * @param typical what it is unless someone changes it: a parameter's default. Never assumed, only
   *     told
   */
  record Unknown(String name, Optional<String> typical) implements TextPart {
    @Override
    public String shown() {
      return "<" + name + ">";
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.unknown.apply(this);
    }
  }

  /** The number of the account that owns the role: {@code AWS::AccountId} in a template. */
  record OwnAccount() implements TextPart {
    @Override
    public String shown() {
      return "<own account>";
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.ownAccount.apply(this);
    }
  }
}
