package io.rolewright.rule.word;

import io.rolewright.model.Effect;
import io.rolewright.model.Statement;

/** Statements with another effect. */
final class Effects {

  private Effects() {}

  static Statement allowing(Statement s) {
    return new Statement(
        s.origin(),
        s.sid(),
        Effect.ALLOW,
        s.effectAt(),
        s.principal(),
        s.action(),
        s.resource(),
        s.conditions());
  }
}
