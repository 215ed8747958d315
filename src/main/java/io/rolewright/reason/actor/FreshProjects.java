package io.rolewright.reason.actor;

import io.rolewright.catalog.TokenForm;
import io.rolewright.catalog.TokenForm.Level;
import io.rolewright.catalog.TokenForm.Segment;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Tokens of projects that no policy names in full: a repository that is made tomorrow. */
record FreshProjects(Tokens tokens) implements TokenSort {

  @Override
  public Formula of(Key key, String claim) {
    List<TokenForm> forms = forms(claim);
    List<Pattern> known = new ArrayList<>(Tokens.with(names(claim), forms, WrittenOut::isId));
    known.addAll(WrittenOut.projects(forms, tokens.texts(claim)).all());
    // nobody else has the name in other letters, small or capital
    List<Pattern> anyCase = known.stream().map(Pattern::ignoringCase).toList();
    return key.onlyBut(Tokens.shapes(forms), Language.of(anyCase));
  }

  private Set<String> names(String claim) {
    return Tokens.names(tokens.texts(claim));
  }

  /** Whether tokens tell projects apart. */
  boolean isSomebody() {
    return !tokens.claimsWith(Level.PROJECT).isEmpty();
  }

  @Override
  public List<TokenForm> forms(String claim) {
    return tokens.claims().forms(claim);
  }

  /** All that names the project, one of its names, or the tenant. */
  @Override
  public List<Unknown> unknown() {
    List<Unknown> all = new ArrayList<>();
    all.add(segment -> segment.level() == Level.PROJECT);
    for (String name : names()) {
      all.add(segment -> segment.level() == Level.PROJECT && segment.name().equals(name));
    }
    all.add(segment -> segment.level() == Level.TENANT);
    all.add(segment -> false);
    return all;
  }

  private Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (TokenForm form : forms("sub")) {
      for (Segment segment : form.segments()) {
        if (segment.level() == Level.PROJECT) {
          names.add(segment.name());
        }
      }
    }
    return names;
  }
}
