package io.rolewright.reason.solve;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Intervals;
import io.rolewright.reason.formula.Piece;
import io.rolewright.reason.formula.Template;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All requests there are in a small closed world, numbered, and random formulas with the numbers of
 * the requests of which they are true, worked out naively.
 */
final class World {

  /** A formula and where it is true. */
  record Known(Formula formula, BitSet where) {}

  private static final List<String> SHORT = List.of("", "a", "b");
  private static final List<String> TEXTS = List.of("", "a", "b", "aa", "ab", "ba", "bb");

  final List<Field> fields = new ArrayList<>();
  private final List<List<Optional<Object>>> values = new ArrayList<>();
  private final Random random;
  private final boolean joins;
  private int size = 2;

  /** With so many fields of each sort, and one unknown thing. */
  World(int texts, int lines, int sets, boolean joins, Random random) {
    this.random = random;
    this.joins = joins;
    for (int i = 0; i < texts; i++) {
      add(Field.text("t" + i), TEXTS.stream().map(text -> (Object) text));
    }
    for (int i = 0; i < lines; i++) {
      add(Field.line("l" + i), Stream.of(0, 1, 2, 3).map(BigDecimal::valueOf));
    }
    for (int i = 0; i < sets; i++) {
      add(
          Field.set("s" + i),
          Stream.of(1, 2, 3, 4, 5, 6, 7)
              .map(
                  bits -> SHORT.stream().filter(x -> (bits >> SHORT.indexOf(x)) % 2 > 0).toList()));
    }
  }

  private void add(Field field, Stream<Object> present) {
    List<Optional<Object>> all = new ArrayList<>(List.of(Optional.empty()));
    present.forEach(value -> all.add(Optional.of(value)));
    fields.add(field);
    values.add(all);
    size *= all.size();
  }

  int size() {
    return size;
  }

  /** The domains of exactly this world. */
  Domains domains() {
    Domains domains = Domains.free();
    for (Field field : fields) {
      domains = domains.with(field, domain(field));
    }
    return domains;
  }

  private static Domain domain(Field field) {
    Intervals range = Intervals.closed(BigDecimal.ZERO, BigDecimal.valueOf(3));
    return switch (field.sort()) {
      case TEXT -> Domain.Texts.any().shaped(literals(TEXTS));
      case SET -> Domain.Texts.any().shaped(literals(SHORT));
      case LINE -> Domain.Points.any().wholes(range);
    };
  }

  private static Language literals(List<String> texts) {
    return Language.of(texts.stream().map(Pattern::literal).toList());
  }

  /** What the field says in the request of this number. */
  Optional<Object> value(int number, int field) {
    return values.get(field).get(number / fieldsBelow(field) % values.get(field).size());
  }

  Assignment request(int number) {
    Assignment request = Assignment.nothing();
    for (int i = 0; i < fields.size(); i++) {
      Optional<Object> value = value(number, i);
      if (value.isPresent()) {
        request = with(request, fields.get(i), value.get());
      }
    }
    return number % 2 == 1 ? request.with(new Atom.Symbol("u")) : request;
  }

  private static Assignment with(Assignment request, Field field, Object value) {
    return switch (field.sort()) {
      case TEXT -> request.with(field, (String) value);
      case LINE -> request.with(field, (BigDecimal) value);
      case SET -> request.with(field, ((List<?>) value).stream().map(String.class::cast).toList());
    };
  }

  /** Where the fields have values as the number wants. */
  BitSet where(IntPredicate holds) {
    BitSet where = new BitSet(size);
    for (int i = 0; i < size; i++) {
      where.set(i, holds.test(i));
    }
    return where;
  }

  /** Where one field says what is wanted. */
  private BitSet where(int at, Predicate<Optional<Object>> holds) {
    List<Boolean> right = values.get(at).stream().map(holds::test).toList();
    int below = fieldsBelow(at);
    return where(number -> right.get(number / below % right.size()));
  }

  private int fieldsBelow(int at) {
    int below = 2;
    for (int i = 0; i < at; i++) {
      below *= values.get(i).size();
    }
    return below;
  }

  BitSet presence(Field field, boolean present) {
    return where(fields.indexOf(field), value -> value.isPresent() == present);
  }

  /** Some random atoms. */
  List<Known> atoms(Formulas formulas, int count) {
    List<Known> atoms = new ArrayList<>();
    BitSet so = where(number -> number % 2 == 1);
    atoms.add(new Known(formulas.symbol("u"), so));
    for (int i = 1; i < count; i++) {
      int at = random.nextInt(fields.size());
      Field field = fields.get(at);
      if (random.nextInt(6) == 0) {
        atoms.add(new Known(formulas.present(field), presence(field, true)));
      } else if (field.sort() == Field.Sort.LINE) {
        atoms.add(within(formulas, at));
      } else {
        atoms.add(joins && random.nextInt(3) == 0 ? joined(formulas, at) : texts(formulas, at));
      }
    }
    return atoms;
  }

  private Known within(Formulas formulas, int at) {
    int low = random.nextInt(5) - 1;
    int high = low + random.nextInt(3);
    boolean outside = random.nextBoolean();
    Intervals between = Intervals.closed(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
    Intervals points = outside ? between.complement() : between;
    BitSet where =
        where(
            at,
            value -> {
              int point = value.map(found -> ((BigDecimal) found).intValue()).orElse(0);
              return value.isPresent() && (point >= low && point <= high) != outside;
            });
    return new Known(formulas.within(fields.get(at), points), where);
  }

  private Known texts(Formulas formulas, int at) {
    List<String> globs = new ArrayList<>();
    int count = 1 + random.nextInt(2);
    for (int i = 0; i < count; i++) {
      globs.add(written(3, "aab*?"));
    }
    Atom.Test test = test(at);
    Language language = Language.of(globs.stream().map(Pattern::glob).toList());
    BitSet where = where(at, value -> holds(test, value, globs));
    return new Known(formulas.atom(test.of(fields.get(at), language)), where);
  }

  private Atom.Test test(int at) {
    return fields.get(at).sort() == Field.Sort.TEXT
        ? Atom.Test.IN
        : random.nextBoolean() ? Atom.Test.SOME : Atom.Test.SOME_OUTSIDE;
  }

  private String written(int longest, String letters) {
    StringBuilder written = new StringBuilder();
    int length = random.nextInt(longest + 1);
    for (int i = 0; i < length; i++) {
      written.append(letters.charAt(random.nextInt(letters.length())));
    }
    return written.toString();
  }

  /** With {@code 0} and {@code 1} for the texts of the first two fields; upper case: or b. */
  private Known joined(Formulas formulas, int at) {
    List<String> written = List.of(written(3, "ab*?00XX11"), written(2, "ab*?0Y"));
    Atom.Test test = test(at);
    List<Template> templates = written.stream().map(this::template).toList();
    BitSet where = where(number -> holds(test, value(number, at), filled(written, number)));
    Atom atom = new Atom.Joined(test, fields.get(at), templates);
    return new Known(formulas.atom(atom), where);
  }

  private Template template(String written) {
    List<Piece> pieces = new ArrayList<>();
    for (char c : written.toCharArray()) {
      Optional<String> otherwise = c >= 'X' && c <= 'Y' ? Optional.of("b") : Optional.empty();
      switch (c) {
        case '*' -> pieces.add(Piece.Wildcard.RUN);
        case '?' -> pieces.add(Piece.Wildcard.ONE);
        case '0', 'X' -> pieces.add(new Piece.Hole(fields.get(0), otherwise));
        case '1', 'Y' -> pieces.add(new Piece.Hole(fields.get(1), otherwise));
        default -> pieces.add(new Piece.Letters(String.valueOf(c)));
      }
    }
    return new Template(pieces, false);
  }

  private List<String> filled(List<String> written, int number) {
    List<String> globs = new ArrayList<>();
    for (String one : written) {
      String filled = one;
      for (String hole : List.of("0", "1", "X", "Y")) {
        Optional<Object> value = value(number, hole.equals("0") || hole.equals("X") ? 0 : 1);
        String other = hole.compareTo("X") >= 0 ? "b" : "!";
        filled = filled.replace(hole, (String) value.orElse(other));
      }
      if (!filled.contains("!")) {
        globs.add(filled);
      }
    }
    return globs;
  }

  private static boolean holds(Atom.Test test, Optional<Object> value, List<String> globs) {
    if (value.isEmpty()) {
      return false;
    }
    if (test == Atom.Test.IN) {
      return fits(globs, (String) value.get());
    }
    List<?> texts = (List<?>) value.get();
    return texts.stream().anyMatch(text -> fits(globs, (String) text) == (test == Atom.Test.SOME));
  }

  private static boolean fits(List<String> globs, String text) {
    return globs.stream().anyMatch(glob -> fits(glob, text));
  }

  private static boolean fits(String glob, String text) {
    if (glob.isEmpty()) {
      return text.isEmpty();
    }
    String rest = glob.substring(1);
    if (glob.charAt(0) == '*') {
      return fits(rest, text) || !text.isEmpty() && fits(glob, text.substring(1));
    }
    return !text.isEmpty()
        && (glob.charAt(0) == '?' || glob.charAt(0) == text.charAt(0))
        && fits(rest, text.substring(1));
  }

  /** A random formula over the atoms, this deep at most. */
  Known formula(Formulas formulas, List<Known> atoms, int depth) {
    int kind = random.nextInt(depth == 0 ? 2 : 8);
    if (kind < 2) {
      Known atom = atoms.get(random.nextInt(atoms.size()));
      return kind == 0 ? atom : not(formulas, atom);
    }
    List<Known> parts = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      parts.add(formula(formulas, atoms, depth - 1));
    }
    Known joined = kind < 6 ? and(formulas, parts) : or(formulas, parts);
    return random.nextInt(4) == 0 ? not(formulas, joined) : joined;
  }

  private Known not(Formulas formulas, Known known) {
    BitSet where = (BitSet) known.where().clone();
    where.flip(0, size);
    return new Known(formulas.not(known.formula()), where);
  }

  Known and(Formulas formulas, List<Known> parts) {
    BitSet where = where(number -> true);
    parts.forEach(part -> where.and(part.where()));
    return new Known(formulas.and(parts.stream().map(Known::formula).toList()), where);
  }

  private Known or(Formulas formulas, List<Known> parts) {
    BitSet where = new BitSet();
    parts.forEach(part -> where.or(part.where()));
    return new Known(formulas.or(parts.stream().map(Known::formula).toList()), where);
  }
}
