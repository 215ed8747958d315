package io.rolewright.reason.encode;

import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Piece;
import io.rolewright.reason.formula.Template;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads texts of policies as templates.
 *
 * <p>What cannot be said exactly is said too widely, and only if a symbol is so: whether the text
 * is one of those that the wide template fits rightly or wrongly. So nothing is called impossible
 * that is possible, under a negation neither.
 */
final class Alternatives {

  /** Six parts; no colon in the first five. */
  static final List<Piece> ARN = arn();

  private static final Pattern WITHOUT_COLON = new Pattern.Builder().runWithoutColon().build();
  private static final Pattern FIVE_COLONS = Pattern.glob("*:*:*:*:*:*");

  private final Terms terms;
  private final Formulas formulas;
  private final Shapes shapes;
  private final Reading reading;
  private final String subject;

  /**
   * @param subject names what is compared, for symbols: one name never for two things
   */
  Alternatives(Terms terms, Shapes shapes, Reading reading, String subject) {
    this.terms = terms;
    this.formulas = terms.formulas();
    this.shapes = shapes;
    this.reading = reading;
    this.subject = subject;
  }

  private static List<Piece> arn() {
    List<Piece> pieces = new ArrayList<>();
    for (int cut = 0; cut < Layout.CUTS; cut++) {
      pieces.add(Piece.Wildcard.RUN_WITHOUT_COLON);
      pieces.add(new Piece.Letters(":"));
    }
    pieces.add(Piece.Wildcard.RUN);
    return List.copyOf(pieces);
  }

  /** The ways to be as one of the texts wants it. */
  List<Alternative> of(List<Text> texts) {
    List<Alternative> all = new ArrayList<>();
    texts.forEach(text -> all.addAll(of(text)));
    return all;
  }

  private List<Alternative> of(Text text) {
    return switch (reading) {
      case ARN -> text.isStar() ? star(ARN) : arns(text, text);
      case RESOURCE -> resources(text);
      default -> each(text, draft -> List.of(flat(draft, draft.pieces(), text)));
    };
  }

  private List<Alternative> star(List<Piece> pieces) {
    return List.of(new Alternative(formulas.yes(), new Template(pieces, false), false));
  }

  private interface Laying {
    List<Alternative> of(Draft draft);
  }

  private List<Alternative> each(Text text, Laying laying) {
    List<Alternative> all = new ArrayList<>();
    for (Draft draft : new Drafts(terms, reading).of(text)) {
      all.addAll(laying.of(draft));
    }
    return all;
  }

  /** A draft as it is; with a symbol where it is too wide. */
  private Alternative flat(Draft draft, List<Piece> pieces, Text named) {
    Formula guard = draft.loose() ? formulas.and(draft.guard(), symbol(named)) : draft.guard();
    return new Alternative(guard, template(pieces), false);
  }

  /** Letters of actions are in lower case in requests. */
  private Template template(List<Piece> pieces) {
    boolean plain = pieces.stream().noneMatch(Piece.Hole.class::isInstance);
    return reading == Reading.ACTION && plain
        ? new Template(pieces.stream().map(Alternatives::lower).toList(), false)
        : new Template(pieces, reading.ignoresCase());
  }

  private static Piece lower(Piece piece) {
    if (!(piece instanceof Piece.Letters letters)) {
      return piece;
    }
    char[] lower = letters.text().toCharArray();
    for (int i = 0; i < lower.length; i++) {
      lower[i] = Character.toLowerCase(lower[i]);
    }
    return new Piece.Letters(new String(lower));
  }

  private Formula symbol(Text text) {
    String name = new Written(terms.owner()).of(text);
    return formulas.symbol(subject + " " + reading.verb() + " `" + name + "`");
  }

  private List<Alternative> arns(Text text, Text named) {
    return each(text, draft -> laid(draft, named));
  }

  private List<Alternative> laid(Draft draft, Text named) {
    Layout layout = Layout.of(draft.pieces(), shapes);
    boolean padded = reading == Reading.RESOURCE && !layout.whole() && layout.endsInStar();
    return draft.loose()
        ? List.of(loose(draft, named))
        : laid(draft, padded ? layout.padded() : layout, named);
  }

  private Alternative loose(Draft draft, Text named) {
    Formula guard = formulas.and(draft.guard(), symbol(named));
    return new Alternative(guard, template(draft.pieces()), true);
  }

  private List<Alternative> laid(Draft draft, Layout layout, Text named) {
    if (!layout.whole() && draft.holes().stream().noneMatch(shapes::mayHoldColon)) {
      return List.of();
    }
    Formula asLaid = formulas.and(layout.doubtful().stream().map(this::withoutColon).toList());
    List<Alternative> ways = new ArrayList<>();
    add(ways, asLaid, draft, layout.exact(), !layout.whole());
    if (!layout.doubtful().isEmpty()) {
      Formula leading = leadingArn(draft, layout);
      add(ways, leading, draft, layout.flat(), false);
      Formula otherwise = formulas.and(formulas.not(asLaid), formulas.not(leading), symbol(named));
      add(ways, otherwise, draft, layout.flat(), true);
    }
    return ways;
  }

  private void add(
      List<Alternative> ways, Formula when, Draft draft, List<Piece> pieces, boolean arn) {
    Formula guard = formulas.and(draft.guard(), when);
    if (guard != formulas.no()) {
      ways.add(new Alternative(guard, template(pieces), arn));
    }
  }

  private Formula withoutColon(Piece.Hole hole) {
    return holds(hole, WITHOUT_COLON);
  }

  /** If a whole ARN stands at the beginning, all that follows is in the last part. */
  private Formula leadingArn(Draft draft, Layout layout) {
    return draft.pieces().get(0) instanceof Piece.Hole hole && layout.doubtful().contains(hole)
        ? holds(hole, FIVE_COLONS)
        : formulas.no();
  }

  private Formula holds(Piece.Hole hole, Pattern pattern) {
    Formula filled = formulas.in(hole.field(), Language.of(List.of(pattern)));
    boolean otherwise = hole.otherwise().filter(pattern::matches).isPresent();
    return otherwise ? formulas.or(filled, formulas.not(formulas.present(hole.field()))) : filled;
  }

  /**
   * Variables count in the resource part only, before it they are plain text (R1.45). Colons of an
   * unknown piece may make it the resource part earlier.
   */
  private List<Alternative> resources(Text written) {
    List<Alternative> ways = new ArrayList<>(perhapsStar(written));
    ways.addAll(notStar(written));
    return ways;
  }

  /** Pieces that are not known may turn out to be nothing, or stars: a star covers every text. */
  private List<Alternative> perhapsStar(Text written) {
    boolean run = written.parts().stream().anyMatch(TextPart.AnyRun.class::isInstance);
    List<Pattern> stars = new ArrayList<>(List.of(Pattern.literal("*")));
    if (run) {
      stars.add(Pattern.literal(""));
    }
    List<Formula> empty = new ArrayList<>();
    for (TextPart part : written.parts()) {
      if (part instanceof TextPart.Unknown unknown) {
        empty.add(formulas.in(Terms.unknown(unknown), Language.of(stars)));
      } else if (!(part instanceof TextPart.AnyRun)) {
        return List.of();
      }
    }
    Template all = new Template(List.of(Piece.Wildcard.RUN), false);
    return empty.isEmpty() ? List.of() : List.of(new Alternative(formulas.and(empty), all, false));
  }

  private List<Alternative> notStar(Text written) {
    Text settled = settled(written);
    if (settled.isStar()) {
      return star(List.of(Piece.Wildcard.RUN));
    }
    List<Piece.Hole> unknown = beforeVariables(written);
    if (unknown.isEmpty()) {
      return arns(settled, written);
    }
    Formula asSettled = formulas.and(unknown.stream().map(this::withoutColon).toList());
    List<Alternative> ways = new ArrayList<>();
    for (Alternative way : arns(settled, written)) {
      Formula guard = formulas.and(asSettled, way.guard());
      ways.add(new Alternative(guard, way.template(), way.arn()));
    }
    Alternative other = loose(new Drafts(terms, reading).loosely(written), written);
    Formula guard = formulas.and(formulas.not(asSettled), other.guard());
    ways.add(new Alternative(guard, other.template(), other.arn()));
    return ways;
  }

  private static Text settled(Text written) {
    List<TextPart> parts = new ArrayList<>();
    int colons = 0;
    for (TextPart part : written.parts()) {
      boolean plain = part instanceof TextPart.Variable && colons < Layout.CUTS;
      parts.add(plain ? new TextPart.Literal(part.shown()) : part);
      colons += colons(part);
    }
    return new Text(written.origin(), parts);
  }

  /** The unknown pieces before variables outside of the resource part. */
  private static List<Piece.Hole> beforeVariables(Text written) {
    List<Piece.Hole> seen = new ArrayList<>();
    int certain = 0;
    int colons = 0;
    for (TextPart part : written.parts()) {
      if (part instanceof TextPart.Unknown unknown) {
        seen.add(new Piece.Hole(Terms.unknown(unknown), Optional.empty()));
      } else if (part instanceof TextPart.Variable && colons < Layout.CUTS) {
        certain = seen.size();
      }
      colons += colons(part);
    }
    return seen.subList(0, certain);
  }

  private static int colons(TextPart part) {
    return part instanceof TextPart.Literal literal
        ? (int) literal.value().chars().filter(c -> c == ':').count()
        : 0;
  }
}
