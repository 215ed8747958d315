package io.rolewright.reason.actor;

import io.rolewright.catalog.TokenForm;
import io.rolewright.catalog.TokenForm.Level;
import io.rolewright.model.Text;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * Tokens of projects that the policies name, with a branch, tag, environment, event or phase that
 * they do not name: what anybody can have who may write to the project.
 */
record FreshRefs(Tokens tokens) implements TokenSort {

  @Override
  public Formula of(Key key, String claim) {
    List<TokenForm> forms = forms(claim);
    Language known = known(forms, tokens.texts(claim));
    Language projects = projects(claim);
    Formula fresh = key.onlyBut(Tokens.shapes(forms), known);
    return projects.isEmpty() ? fresh : key.encoding().formulas().and(fresh, key.only(projects));
  }

  /** Git tells Main from main, but an environment is the same in other letters. */
  private static Language known(List<TokenForm> forms, List<Text> texts) {
    List<Pattern> known = new ArrayList<>(WrittenOut.refs(forms, texts).all());
    List<TokenForm> environments = forms.stream().filter(f -> f.has(Level.ENVIRONMENT)).toList();
    WrittenOut.refs(environments, texts).all().forEach(p -> known.add(p.ignoringCase()));
    return Language.of(known);
  }

  /** The projects that policies name in full by a claim. */
  private Language projects(String claim) {
    return WrittenOut.projects(forms(claim), tokens.texts(claim)).inFull();
  }

  /** Whether the policies name a project, and tokens tell its refs apart. */
  boolean isSomebody() {
    return tokens.subjects().stream().anyMatch(subject -> WrittenOut.tellsRefs(subject.form()))
        && tokens.claimsWith(Level.PROJECT).stream().anyMatch(c -> !projects(c).isEmpty());
  }

  @Override
  public List<TokenForm> forms(String claim) {
    return tokens.claims().forms(claim);
  }

  @Override
  public List<Unknown> unknown() {
    return List.of(WrittenOut::isRef, segment -> false);
  }
}
