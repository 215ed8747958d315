package io.rolewright.reason.encode;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Piece;
import io.rolewright.reason.formula.Template;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CompoundTest {

  private static final Field ACCOUNT = Field.text("account");
  private static final Field NAME = Field.text("name");
  private static final Field SESSION = Field.text("session");

  private static final Compound ROLE = compound("arn:aws:iam::", ACCOUNT, ":role/", NAME);

  private static Compound compound(Object... pieces) {
    List<Piece> all = new ArrayList<>();
    for (Object piece : pieces) {
      all.add(
          piece instanceof Field field
              ? new Piece.Hole(field, Optional.empty())
              : new Piece.Letters((String) piece));
    }
    return new Compound(all);
  }

  /** {@code # !} are the wildcards that take no colon, a leading {@code ~} takes any case. */
  private static Pattern pattern(String written) {
    boolean folds = written.startsWith("~");
    Pattern.Builder pattern = new Pattern.Builder();
    for (char c : written.substring(folds ? 1 : 0).toCharArray()) {
      switch (c) {
        case '*' -> pattern.run();
        case '?' -> pattern.one();
        case '#' -> pattern.runWithoutColon();
        case '!' -> pattern.oneWithoutColon();
        default -> pattern.character(c);
      }
    }
    return folds ? pattern.build().ignoringCase() : pattern.build();
  }

  @Test
  void a_text_of_several_pieces_is_in_a_language_exactly_if_the_pieces_fit() {
    Random random = new Random(7);
    List<String> texts = texts("aA:", 2);
    List<Compound> compounds =
        List.of(
            compound(ACCOUNT, NAME),
            compound("a", ACCOUNT, ":", NAME),
            compound(ACCOUNT, ":a", NAME, "a"),
            compound(ACCOUNT, NAME, SESSION),
            compound(":", ACCOUNT, "a"),
            compound(NAME, ":", NAME),
            compound("a:A"));
    for (int i = 0; i < 4_000; i++) {
      Language language = language(random);
      Compound compound = compounds.get(i % compounds.size());
      Formula formula = compound.in(language, new Formulas());
      for (int j = 0; j < 60; j++) {
        Assignment request =
            Assignment.nothing()
                .with(ACCOUNT, texts.get(random.nextInt(texts.size())))
                .with(NAME, texts.get(random.nextInt(texts.size())))
                .with(SESSION, texts.get(random.nextInt(texts.size())));
        assertThat(formula.holds(request))
            .as("%s in %s: %s by %s", compound, language, request, formula)
            .isEqualTo(language.matches(text(compound, request)));
      }
      boolean fields = !compound.constant().isPresent();
      assertThat(fields && formula.holds(Assignment.nothing())).isFalse();
    }
  }

  private static Language language(Random random) {
    List<Pattern> patterns = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      StringBuilder written = new StringBuilder(random.nextInt(4) == 0 ? "~" : "");
      for (int j = random.nextInt(7); j > 0; j--) {
        written.append("aaA::*?#!".charAt(random.nextInt(9)));
      }
      patterns.add(pattern(written.toString()));
    }
    return Language.of(patterns);
  }

  private static String text(Compound compound, Assignment request) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : compound.pieces()) {
      text.append(
          piece instanceof Piece.Letters letters
              ? letters.text()
              : request.text(((Piece.Hole) piece).field()).orElseThrow());
    }
    return text.toString();
  }

  private static List<String> texts(String letters, int longest) {
    List<String> texts = new ArrayList<>(List.of(""));
    for (int from = 0, length = 1; length <= longest; length++) {
      int to = texts.size();
      for (int i = from; i < to; i++) {
        for (char c : letters.toCharArray()) {
          texts.add(texts.get(i) + c);
        }
      }
      from = to;
    }
    return texts;
  }

  @Test
  void many_roles_of_few_accounts_are_few_tests() {
    List<Pattern> patterns = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      String account = String.valueOf(i % 3 + 1).repeat(12);
      patterns.add(Pattern.glob("arn:aws:iam::" + account + ":role/team/r" + i + "-*"));
    }
    Shapes shapes = new Shapes(CompoundTest::shape);
    Formula formula = ROLE.in(Language.of(patterns), new Formulas(), shapes);
    assertThat(formula.atoms()).hasSize(6);
  }

  private static Language shape(Field field) {
    return field.equals(ACCOUNT)
        ? Language.of(List.of(pattern("!".repeat(12))))
        : field.equals(NAME) ? Language.of(List.of(pattern("#"))) : Language.universal();
  }

  @Test
  void wildcards_across_a_cut_are_taken_on_both_sides() {
    Formulas formulas = new Formulas();
    Shapes shapes = new Shapes(CompoundTest::shape);
    assertThat(ROLE.in(language("arn:aws:iam::*:role/*"), formulas, shapes))
        .isSameAs(ROLE.present(formulas));
    assertThat(ROLE.in(language("arn:aws:iam::1*x"), formulas, shapes).toString())
        .isEqualTo("(name in [*x]) and (account in [1*])");
    assertThat(ROLE.in(language("arn:aws:iam::111122223333:user/*"), formulas, shapes))
        .isSameAs(formulas.no());
    assertThat(ROLE.in(language("arn:aws:iam::1111:role/*"), formulas, shapes))
        .isSameAs(formulas.no());
    assertThat(ROLE.in(language("arn:aws:iam::111122223333:role/*"), formulas, shapes).toString())
        .isEqualTo("(name present) and (account in [111122223333])");
  }

  @Test
  void templates_are_cut_where_compounds_are() {
    Formulas formulas = new Formulas();
    JoinedCompounds joined = new JoinedCompounds(formulas, new Shapes(CompoundTest::shape));
    Field tag = Field.text("tag");
    Compound named = compound("arn:aws:iam::", ACCOUNT, ":role/x-", tag);
    assertThat(joined.in(ROLE, List.of(new Template(named.pieces(), false))).toString())
        .isEqualTo("(name in [x-${tag}]) and (account present)");
    Compound anywhere = compound("arn:aws:iam::", tag, "/x");
    assertThat(joined.in(ROLE, List.of(new Template(anywhere.pieces(), false))).atoms())
        .anyMatch(atomic -> atomic.atom() instanceof Atom.Symbol);
  }

  @Test
  void compounds_fit_templates_exactly_or_a_symbol_says_so() {
    Random random = new Random(8);
    List<String> texts = texts("ab:", 2);
    List<Field> fields = List.of(ACCOUNT, NAME, SESSION);
    List<Compound> compounds =
        List.of(
            compound(ACCOUNT, NAME),
            compound("a:", ACCOUNT, ":b", NAME),
            compound(ACCOUNT, ":", NAME, "a"),
            compound("b", NAME),
            compound(SESSION),
            compound("ab"));
    Shapes shapes = new Shapes(field -> Language.of(List.of(pattern(SHAPES.get(field)))));
    int exact = 0;
    for (int i = 0; i < 12_000; i++) {
      Template template = template(random);
      Compound compound = compounds.get(i % compounds.size());
      Formula formula = new JoinedCompounds(new Formulas(), shapes).in(compound, List.of(template));
      List<Formula.Atomic> symbols =
          formula.atoms().stream().filter(a -> a.atom() instanceof Atom.Symbol).toList();
      exact += symbols.isEmpty() && !template.isPlain() ? 1 : 0;
      for (int j = 0; j < 20; j++) {
        Assignment request = Assignment.nothing();
        for (Field field : fields) {
          String text = texts.get(random.nextInt(texts.size()));
          boolean fits = pattern(SHAPES.get(field)).matches(text);
          request = fits ? request.with(field, text) : request;
        }
        boolean expected = fits(compound, template, request);
        boolean agrees = formula.holds(request) == expected;
        for (Formula.Atomic symbol : symbols) {
          agrees |= formula.holds(request.with((Atom.Symbol) symbol.atom())) == expected;
        }
        assertThat(agrees).as("%s, %s, %s: %s", compound, template, request, formula).isTrue();
      }
    }
    assertThat(exact).isGreaterThan(3_000);
  }

  private static final Map<Field, String> SHAPES = Map.of(ACCOUNT, "!!", NAME, "!#", SESSION, "*");

  private static boolean fits(Compound compound, Template template, Assignment request) {
    Optional<String> text = compound.text(request);
    Optional<Pattern> wanted = template.resolved(request);
    return text.isPresent() && wanted.isPresent() && wanted.get().matches(text.get());
  }

  private static Template template(Random random) {
    List<Piece> pieces = new ArrayList<>();
    for (int i = random.nextInt(5); i >= 0; i--) {
      pieces.add(
          switch (random.nextInt(8)) {
            case 0 -> Piece.Wildcard.RUN;
            case 1 -> new Piece.Hole(ACCOUNT, Optional.empty());
            case 2 -> new Piece.Hole(NAME, Optional.empty());
            case 3 -> new Piece.Hole(SESSION, Optional.of("a"));
            case 4 -> new Piece.Letters("a:");
            case 5 -> new Piece.Letters(":b");
            case 6 -> new Piece.Letters("b");
            default -> new Piece.Letters(":");
          });
    }
    return new Template(pieces, random.nextInt(6) == 0);
  }

  private static Language language(String... written) {
    return Language.of(List.of(written).stream().map(Pattern::glob).toList());
  }
}
