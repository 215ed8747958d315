package io.rolewright.reason.z3;

import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Intervals;
import io.rolewright.reason.formula.Piece;
import io.rolewright.reason.formula.Template;
import io.rolewright.reason.solve.Domain;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A small random question: about two letters, or about parts of ARNs. */
final class RandomQuestion {

  private static final List<String> ARN_PARTS =
      List.of("arn:aws:", "s3", ":", "::", "iam", "role/", "dev", "1234", "/", "a", "A");

  private final Random random;
  private final boolean arns;
  private final Formulas formulas = new Formulas();
  private final Field user = Field.text("user");
  private final Field team = Field.text("team");
  private final Field resource = Field.text("resource");
  private final Field tags = Field.set("tags");
  private final Field age = Field.line("age");
  private final List<Field> texts = List.of(resource, resource, user, team);

  final Formula formula;
  final Domains domains;

  RandomQuestion(int seed) {
    this.random = new Random(seed);
    this.arns = random.nextInt(3) == 0;
    this.domains = domains();
    List<Formula> atoms = new ArrayList<>();
    int count = 3 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      atoms.add(atom());
    }
    this.formula = formula(atoms, 2);
  }

  Formulas formulas() {
    return formulas;
  }

  private boolean oneIn(int count) {
    return random.nextInt(count) == 0;
  }

  private Domains domains() {
    Domains some = Domains.free();
    if (oneIn(3)) {
      some = some.with(user, Domain.Texts.any().with(Domain.Presence.ALWAYS));
    }
    if (oneIn(4)) {
      some = some.with(resource, Domain.Texts.any().shaped(language()));
    }
    if (oneIn(4)) {
      some = some.with(tags, Domain.Texts.any().shaped(language()));
    }
    if (oneIn(3)) {
      Intervals range = Intervals.closed(BigDecimal.ZERO, BigDecimal.TEN);
      some = some.with(age, Domain.Points.any().wholes(range));
    }
    return oneIn(4) ? some.withLaw(formulas.or(atom(), formulas.not(atom()))) : some;
  }

  private Formula formula(List<Formula> atoms, int depth) {
    if (depth == 0) {
      Formula atom = atoms.get(random.nextInt(atoms.size()));
      return oneIn(2) ? atom : formulas.not(atom);
    }
    List<Formula> parts = new ArrayList<>();
    int count = 2 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      parts.add(formula(atoms, depth - 1));
    }
    return oneIn(3) && depth > 1 ? formulas.or(parts) : formulas.and(parts);
  }

  private Formula atom() {
    Field text = texts.get(random.nextInt(texts.size()));
    return switch (random.nextInt(12)) {
      case 0 -> formulas.present(oneIn(2) ? tags : text);
      case 1 -> formulas.within(age, points());
      case 2 -> formulas.symbol("unknown");
      case 3 -> formulas.some(tags, language());
      case 4 -> formulas.someOutside(tags, language());
      case 5, 6, 7 -> formulas.in(text, language());
      case 8 -> formulas.atom(new Atom.Joined(Atom.Test.SOME, tags, templates()));
      case 9 -> formulas.atom(new Atom.Joined(Atom.Test.SOME_OUTSIDE, tags, templates()));
      default -> formulas.atom(new Atom.Joined(Atom.Test.IN, resource, templates()));
    };
  }

  private Intervals points() {
    BigDecimal low = BigDecimal.valueOf(random.nextInt(40) - 10, 1);
    BigDecimal high = low.add(BigDecimal.valueOf(random.nextInt(20), 1));
    Intervals points = oneIn(2) ? Intervals.closed(low, high) : Intervals.above(low);
    return oneIn(2) ? points : points.complement();
  }

  private Language language() {
    List<Pattern> patterns = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      Template template = new Template(pieces(false), oneIn(5));
      patterns.add(template.widened());
    }
    return Language.of(patterns);
  }

  private List<Template> templates() {
    List<Template> templates = new ArrayList<>();
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      templates.add(new Template(pieces(true), oneIn(8)));
    }
    return templates;
  }

  private List<Piece> pieces(boolean holes) {
    List<Piece> pieces = new ArrayList<>();
    int count = random.nextInt(5);
    for (int i = 0; i < count; i++) {
      pieces.add(holes && oneIn(3) ? hole() : oneIn(3) ? wildcard() : letters());
    }
    return pieces;
  }

  private Piece hole() {
    Optional<String> otherwise = oneIn(3) ? Optional.of("b") : Optional.empty();
    return new Piece.Hole(oneIn(2) ? user : team, otherwise);
  }

  private Piece wildcard() {
    Piece.Wildcard any = oneIn(3) ? Piece.Wildcard.ONE : Piece.Wildcard.RUN;
    Piece.Wildcard colonless =
        oneIn(3) ? Piece.Wildcard.ONE_WITHOUT_COLON : Piece.Wildcard.RUN_WITHOUT_COLON;
    return arns && oneIn(2) || oneIn(10) ? colonless : any;
  }

  private Piece letters() {
    return new Piece.Letters(
        arns
            ? ARN_PARTS.get(random.nextInt(ARN_PARTS.size()))
            : String.valueOf("aabB:".charAt(random.nextInt(5))));
  }
}
