package io.rolewright.reason.actor;

import io.rolewright.catalog.Issuer;
import io.rolewright.catalog.TokenForm;
import io.rolewright.model.Text;
import io.rolewright.reason.TokenTemplate;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.solve.Hints;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody has a say in who has some tokens of a provider. Subject and audience are always in
 * them, claims that AWS has no key for never; network and tags are as he likes.
 */
final class TokenKeys implements Say {

  private static final int SHOWN = 2;

  /** No provider puts these into a subject: a policy that has them writes a pattern. */
  private static final Language WILDCARDS = Language.of(List.of(around('*'), around('?')));

  private final Tokens tokens;
  private final TokenSort sort;

  TokenKeys(Tokens tokens, TokenSort sort) {
    this.tokens = tokens;
    this.sort = sort;
  }

  /** The requests with such tokens. */
  Requests.Restriction restriction() {
    Set<String> always = Set.of(tokens.prefix() + "sub", tokens.prefix() + "aud");
    return restriction(this::examplesOf, tokens.hasAudience() ? always : Set.of());
  }

  @Override
  public Formula of(Key key) {
    if (!key.name().startsWith(tokens.prefix())) {
      return new InsiderKeys().of(key);
    }
    String claim = key.name().substring(tokens.prefix().length());
    if (tokens.claims().isNever(claim)) {
      return key.absent();
    }
    boolean always = tokens.hasAudience() && (claim.equals("sub") || claim.equals("aud"));
    Formula said = sort.of(key, claim);
    if (claim.equals("sub") && hasWildcards(claim)) {
      said = key.encoding().formulas().and(said, key.never(WILDCARDS));
    }
    return always ? key.encoding().formulas().and(key.present(), said) : said;
  }

  private static Pattern around(char wildcard) {
    return new Pattern.Builder().run().character(wildcard).run().build();
  }

  private boolean hasWildcards(String claim) {
    return tokens.texts(claim).stream().anyMatch(Text::hasWildcard);
  }

  private Optional<Hints> examplesOf(String key) {
    if (!key.startsWith(tokens.prefix())) {
      return Optional.empty();
    }
    String claim = key.substring(tokens.prefix().length());
    boolean audience = claim.equals("aud");
    return audience || claim.equals("sub") || isOfIssuer(claim)
        ? Optional.of(Hints.made(() -> examples(claim, audience ? audiences() : List.of())))
        : Optional.empty();
  }

  private boolean isOfIssuer(String claim) {
    return tokens.claims().issuer().filter(i -> i.claims().containsKey(claim)).isPresent();
  }

  private List<String> audiences() {
    return tokens.claims().issuer().map(Issuer::expectedAudiences).orElse(List.of());
  }

  /** Made of usual subjects first, then of such as customers put together. */
  private List<String> examples(String claim, List<String> more) {
    List<TokenForm> forms = new ArrayList<>(sort.forms(claim));
    List<TokenForm> custom = claim.equals("sub") ? tokens.custom() : List.of();
    forms.removeAll(custom);
    List<String> examples = examples(forms, tokens.texts(claim));
    if (claim.equals("sub")) {
      agree(examples);
    }
    forms = new ArrayList<>(sort.forms(claim));
    forms.retainAll(custom);
    examples.addAll(examples(forms, tokens.texts(claim)));
    examples.addAll(more);
    return examples;
  }

  /** Of GitHub, subject and repository are of one repository; a written one comes first. */
  private void agree(List<String> subjects) {
    if (!subjects.isEmpty() && tokens.texts("sub").isEmpty()) {
      tokens.texts("repository").stream()
          .flatMap(text -> text.plain().stream())
          .map(name -> subjects.get(0).replaceFirst("^repo:[^:]*:", "repo:" + name + ":"))
          .filter(subject -> !subject.equals(subjects.get(0)))
          .findFirst()
          .ifPresent(subject -> subjects.add(0, subject));
    }
  }

  private List<String> examples(List<TokenForm> forms, List<Text> texts) {
    List<String> examples = new ArrayList<>();
    List<TokenTemplate> templates = new ArrayList<>();
    forms.forEach(form -> templates.add(TokenTemplate.of(form)));
    samples(templates, 1, sort.unknown().get(0), examples);
    for (TokenSort.Unknown unknown : sort.unknown()) {
      for (Text text : texts) {
        templates.forEach(template -> template.matching(text, unknown).ifPresent(examples::add));
      }
      samples(templates, SHOWN, unknown, examples);
    }
    return examples;
  }

  private static void samples(
      List<TokenTemplate> templates, int most, TokenSort.Unknown unknown, List<String> into) {
    templates.stream().limit(most).forEach(template -> into.add(template.sample(unknown)));
  }
}
