package io.rolewright.reason.actor;

import io.rolewright.catalog.Issuer;
import io.rolewright.catalog.SubjectForm;
import io.rolewright.catalog.TokenForm;
import io.rolewright.catalog.TokenForm.Level;
import io.rolewright.catalog.TokenForm.Segment;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.reason.TokenClaims;
import io.rolewright.reason.TokenTemplate;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The tokens of a provider, as far as the policies speak of them.
 *
 * @param prefix in front of its condition keys, in lower case, with the colon
 */
record Tokens(String prefix, TokenClaims claims, Named named) {

  static Tokens of(String provider, Named named) {
    String lower = provider.toLowerCase(Locale.ROOT);
    return new Tokens(lower + ":", TokenClaims.of(lower), named);
  }

  /** The forms of all its subjects. */
  List<SubjectForm> subjects() {
    return claims.issuer().map(Issuer::subjects).orElse(List.of());
  }

  /** The forms of subjects that customers put together. */
  List<TokenForm> custom() {
    return subjects().stream().filter(s -> !s.isUsual()).map(SubjectForm::form).toList();
  }

  /** What a claim is compared with. */
  List<Text> texts(String claim) {
    return named.of(prefix + claim);
  }

  /** The claims that have a segment of a level. */
  List<String> claimsWith(Level level) {
    List<String> found = new ArrayList<>();
    if (subjects().stream().anyMatch(subject -> subject.form().has(level))) {
      found.add("sub");
    }
    claims
        .issuer()
        .ifPresent(
            issuer ->
                issuer.claims().entrySet().stream()
                    .filter(claim -> claim.getValue().has(level))
                    .forEach(claim -> found.add(claim.getKey())));
    return found;
  }

  /** Whether subject and audience are in all of them; Amazon and Facebook have others instead. */
  boolean hasAudience() {
    return claims.issuer().filter(issuer -> issuer.claims().containsKey("app_id")).isEmpty();
  }

  /** What fits one of the forms; anything if there are none. */
  static Language shapes(List<TokenForm> forms) {
    return forms.isEmpty()
        ? Language.universal()
        : Language.of(forms.stream().map(f -> TokenTemplate.of(f).shape()).toList());
  }

  /** Patterns of the values that have one of the names in such a segment. */
  static List<Pattern> with(Set<String> names, List<TokenForm> forms, Predicate<Segment> which) {
    Set<Pattern> patterns = new TreeSet<>();
    for (TokenForm form : forms) {
      TokenTemplate template = TokenTemplate.of(form);
      names.forEach(name -> patterns.addAll(template.with(name, which)));
    }
    return List.copyOf(patterns);
  }

  /** Whatever may be a name or number in texts of policies. */
  static Set<String> names(List<Text> texts) {
    Set<String> names = new TreeSet<>();
    for (Text text : texts) {
      for (TextPart part : text.parts()) {
        if (part instanceof TextPart.Literal literal) {
          names.add(literal.value());
          names.addAll(List.of(literal.value().split("[^A-Za-z0-9._-]+")));
          names.addAll(List.of(literal.value().split("[^A-Za-z0-9]+")));
        }
      }
    }
    return names;
  }
}
