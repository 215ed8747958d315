package io.rolewright.reason.actor;

import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.Set;

/** That the caller's organisation, if he has one, is none of some. */
record ForeignOrganizations(Set<String> own) implements Say {

  @Override
  public Formula of(Key key) {
    boolean organization =
        key.name().equals("aws:principalorgid") || key.name().equals("aws:principalorgpaths");
    return organization ? key.never(beginnings()) : key.free();
  }

  private Language beginnings() {
    return Language.of(
        own.stream().map(id -> new Pattern.Builder().characters(id).run().build()).toList());
  }
}
