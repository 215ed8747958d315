package io.rolewright.reason.z3;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.formula.Piece;
import io.rolewright.reason.formula.Template;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One template and one request at a time: what Z3 is asked fits what templates mean. */
class JoinsTest {

  private static final int CASES = 1_500;

  private final Random random = new Random(11);
  private final Field user = Field.text("user");
  private final Field resource = Field.text("resource");
  private final Formulas formulas = new Formulas();

  private String word(int longest) {
    StringBuilder word = new StringBuilder();
    int length = random.nextInt(longest + 1);
    for (int i = 0; i < length; i++) {
      word.append("aab:A".charAt(random.nextInt(5)));
    }
    return word.toString();
  }

  private Template template() {
    List<Piece> pieces = new ArrayList<>();
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      pieces.add(
          switch (random.nextInt(5)) {
            case 0 -> new Piece.Hole(user, Optional.of("b").filter(b -> random.nextBoolean()));
            case 1 -> new Piece.Letters(random.nextBoolean() ? ":" : "a");
            case 2 -> Piece.Wildcard.values()[random.nextInt(4)];
            case 3 -> random.nextBoolean() ? Piece.Wildcard.RUN : Piece.Wildcard.RUN_WITHOUT_COLON;
            default -> new Piece.Letters(word(2));
          });
    }
    return new Template(pieces, random.nextInt(6) == 0);
  }

  /** Often one that fits, or would if it were not for a letter. */
  private String text(Template template, Assignment request) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : template.pieces()) {
      if (piece instanceof Piece.Letters letters) {
        text.append(letters.text());
      } else if (piece instanceof Piece.Hole hole) {
        text.append(request.text(user).or(hole::otherwise).orElse(""));
      } else {
        text.append(word(2));
      }
    }
    if (!text.isEmpty() && random.nextBoolean()) {
      text.setCharAt(random.nextInt(text.length()), ":ba".charAt(random.nextInt(3)));
    }
    return text.toString();
  }

  private Literal is(Field field, Optional<String> text) {
    Formula atom =
        text.map(some -> formulas.in(field, Language.of(List.of(Pattern.literal(some)))))
            .orElseGet(() -> formulas.present(field));
    return new Literal((Formula.Atomic) atom, text.isPresent());
  }

  @Test
  void no_request_is_ruled_out_that_is_possible() {
    int fitting = 0;
    int decided = 0;
    try (Z3 z3 = new Z3(new Z3.Limits(300_000, Duration.ofSeconds(10)))) {
      for (int i = 0; i < CASES; i++) {
        Template template = template();
        Assignment request =
            random.nextInt(4) == 0
                ? Assignment.nothing()
                : Assignment.nothing().with(user, word(2));
        request = request.with(resource, text(template, request));
        Atom atom = new Atom.Joined(Atom.Test.IN, resource, List.of(template));
        boolean fits = atom.holds(request);
        fitting += fits ? 1 : 0;
        Formula joined = formulas.atom(atom);
        if (joined instanceof Formula.Atomic atomic && atomic.atom() instanceof Atom.Joined) {
          Literal pinned = is(resource, request.text(resource));
          List<Literal> literals = List.of(pinned, is(user, request.text(user)));
          String told = template.pieces() + " " + request;
          assertThat(isImpossible(z3, literals, new Literal(atomic, fits))).as(told).isFalse();
          decided += isImpossible(z3, literals, new Literal(atomic, !fits)) ? 1 : 0;
        } else {
          decided++;
        }
      }
    }
    assertThat(fitting).isBetween(CASES / 3, CASES * 3 / 4);
    assertThat(decided).isGreaterThan(CASES * 9 / 10);
  }

  private static boolean isImpossible(Z3 z3, List<Literal> pinned, Literal joined) {
    List<Literal> all = new ArrayList<>(pinned);
    all.add(joined);
    return z3.ask(new Literals(all, Domains.free(), false).question()) instanceof Reply.Unsat;
  }
}
