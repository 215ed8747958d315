package io.rolewright.reason.actor;

import io.rolewright.catalog.SubjectForm;
import io.rolewright.catalog.TokenForm;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.strings.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tokens of one class. Of pull requests, whoever opens one gives the branch its name, so that it is
 * none that the policies name.
 */
record EventTokens(Tokens tokens, String kind) implements TokenSort {

  private static final String PULL_REQUEST = "pull_request";

  @Override
  public Formula of(Key key, String claim) {
    if (isMissing(claim)) {
      return key.absent();
    }
    List<TokenForm> forms = forms(claim);
    Language known =
        kind.equals(PULL_REQUEST)
            ? Language.of(WrittenOut.refs(branches(forms), tokens.texts(claim)).all())
            : Language.of(List.of());
    Formula said = key.onlyBut(Tokens.shapes(forms), known);
    return with(claim).isEmpty() ? said : key.encoding().formulas().and(key.present(), said);
  }

  /** Those that are told by a ref; a class is not unknown for being named. */
  private static List<TokenForm> branches(List<TokenForm> forms) {
    return forms.stream().filter(f -> f.segments().stream().anyMatch(WrittenOut::isRef)).toList();
  }

  /** Whether no token of the class has the claim. */
  private boolean isMissing(String claim) {
    List<SubjectForm> subjects = subjects();
    return !subjects.isEmpty()
        && subjects.stream().allMatch(s -> s.with().getOrDefault(claim, ANY).isEmpty());
  }

  private static final Optional<TokenForm> ANY = Optional.of(TokenForm.of("<any:free:rest>"));

  private List<SubjectForm> subjects() {
    return tokens.subjects().stream().filter(subject -> subject.kind().equals(kind)).toList();
  }

  private List<TokenForm> with(String claim) {
    List<TokenForm> forms = new ArrayList<>();
    for (SubjectForm subject : subjects()) {
      Optional<TokenForm> form = subject.with().getOrDefault(claim, Optional.empty());
      form.filter(f -> !forms.contains(f)).ifPresent(forms::add);
    }
    return forms;
  }

  /** Whether the issuer has such tokens. */
  boolean isSomebody() {
    return !subjects().isEmpty();
  }

  @Override
  public List<TokenForm> forms(String claim) {
    if (claim.equals("sub")) {
      return subjects().stream().map(SubjectForm::form).toList();
    }
    List<TokenForm> with = with(claim);
    return with.isEmpty() ? tokens.claims().forms(claim) : with;
  }

  @Override
  public List<Unknown> unknown() {
    return kind.equals(PULL_REQUEST)
        ? List.of(WrittenOut::isRef, segment -> false)
        : List.of(segment -> false);
  }
}
