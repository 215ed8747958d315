package io.rolewright.reason.encode;

import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** A test of one condition key, as a restriction of requests or as a demand on policies. */
public final class KeyTest implements Requests.Restriction {

  private final String key;
  private final Function<Encoding, Formula> holds;

  private KeyTest(String key, Function<Encoding, Formula> holds) {
    this.key = key.toLowerCase(Locale.ROOT);
    this.holds = holds;
  }

  /** The key is in the request. */
  public static KeyTest present(String key) {
    return new KeyTest(key, e -> KeyTests.present(form(key, e), e.formulas()));
  }

  /** The key is in the request with one of these texts; of several, one at least. */
  public static KeyTest oneOf(String key, Collection<String> texts) {
    return in(key, Language.of(texts.stream().map(Pattern::literal).toList()));
  }

  /** The key is in the request with a text like one of these, wildcards being wild. */
  public static KeyTest like(String key, Collection<String> globs) {
    return in(key, Language.of(globs.stream().map(Pattern::glob).toList()));
  }

  /** The key is in the request with a text of the language. */
  public static KeyTest in(String key, Language language) {
    return new KeyTest(key, e -> KeyTests.in(form(key, e), language, e.formulas()));
  }

  private static KeyForm form(String key, Encoding encoding) {
    return encoding.keys().of(key.toLowerCase(Locale.ROOT));
  }

  /** The contrary, which an absent key passes if the test demands a text. */
  public KeyTest negated() {
    return new KeyTest(key, e -> e.formulas().not(holds.apply(e)));
  }

  @Override
  public Formula on(Encoding encoding) {
    return holds.apply(encoding);
  }

  @Override
  public Set<String> keys() {
    return Set.of(key);
  }
}
