package io.rolewright.reason.z3;

import io.rolewright.reason.formula.Piece;
import io.rolewright.reason.formula.Template;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * A template cut at its runs. A text fits if its start fits the first chunk, its end the last one,
 * and each chunk between is found in what is left: the first place where it is will do if a {@code
 * *} follows, as that takes whatever is skipped.
 */
final class Chunks {

  private final Joins joins;
  private final Question question;
  private final boolean ignoringCase;
  private final List<List<Piece>> chunks = new ArrayList<>();
  // whether the run before the chunk after this one takes no colon
  private final List<Boolean> withoutColon = new ArrayList<>();
  private final List<String> conditions = new ArrayList<>();

  Chunks(Joins joins, Question question, Template template) {
    this.joins = joins;
    this.question = question;
    this.ignoringCase = template.ignoringCase();
    chunks.add(new ArrayList<>());
    template.pieces().forEach(this::add);
  }

  private void add(Piece piece) {
    List<Piece> last = chunks.get(chunks.size() - 1);
    if (piece != Piece.Wildcard.RUN && piece != Piece.Wildcard.RUN_WITHOUT_COLON) {
      last.add(piece);
      return;
    }
    boolean colonless = piece == Piece.Wildcard.RUN_WITHOUT_COLON;
    if (last.isEmpty() && chunks.size() > 1) {
      int run = withoutColon.size() - 1;
      withoutColon.set(run, withoutColon.get(run) && colonless);
    } else {
      chunks.add(new ArrayList<>());
      withoutColon.add(colonless);
    }
  }

  /** A term from which it follows that the text fits. */
  String matched(String text) {
    int last = chunks.size() - 1;
    String rest = afterStart(text, chunks.get(0));
    for (int i = 1; i < last; i++) {
      rest = afterFound(rest, chunks.get(i), withoutColon.get(i - 1));
    }
    if (last > 0 && !(withoutColon.get(last - 1) && startsWithColon(chunks.get(last)))) {
      String gap = beforeEnd(rest, chunks.get(last));
      if (withoutColon.get(last - 1)) {
        conditions.add("(not (str.contains " + gap + " \":\"))");
      }
      return Smt.and(conditions);
    }
    if (last > 0) {
      rest = afterStart(fromColon(rest), chunks.get(last));
    }
    conditions.add("(= " + rest + " \"\")");
    return Smt.and(conditions);
  }

  /** What is left of a text that starts with the chunk. */
  private String afterStart(String text, List<Piece> chunk) {
    String rest = text;
    for (Piece piece : chunk) {
      String length = length(piece);
      String start = define("(str.substr " + rest + " 0 " + length + ")");
      require(start, piece);
      rest = define("(str.substr " + rest + " " + length + " (str.len " + rest + "))");
    }
    return rest;
  }

  /** What is left of a text that ends with the chunk. */
  private String beforeEnd(String text, List<Piece> chunk) {
    String rest = text;
    for (int i = chunk.size() - 1; i >= 0; i--) {
      Piece piece = chunk.get(i);
      String from = "(- (str.len " + rest + ") " + length(piece) + ")";
      conditions.add("(>= " + from + " 0)");
      String end = define("(str.substr " + rest + " " + from + " " + length(piece) + ")");
      require(end, piece);
      rest = define("(str.substr " + rest + " 0 " + from + ")");
    }
    return rest;
  }

  /** What is left of a text after the first place where the chunk is found. */
  private String afterFound(String text, List<Piece> chunk, boolean withoutColon) {
    if (withoutColon && startsWithColon(chunk)) {
      return afterStart(fromColon(text), chunk);
    }
    if (chunk.stream().anyMatch(Piece.Wildcard.class::isInstance)) {
      conditions.add("false");
      return text;
    }
    String found = Joins.concatenated(chunk.stream().map(joins::exactly).toList());
    String at = question.define("Int", "(str.indexof " + text + " " + found + " 0)");
    conditions.add("(>= " + at + " 0)");
    if (withoutColon) {
      conditions.add("(not (str.contains (str.substr " + text + " 0 " + at + ") \":\"))");
    }
    String from = "(+ " + at + " (str.len " + found + "))";
    return define("(str.substr " + text + " " + from + " (str.len " + text + "))");
  }

  private static boolean startsWithColon(List<Piece> chunk) {
    return !chunk.isEmpty()
        && chunk.get(0) instanceof Piece.Letters letters
        && letters.text().startsWith(":");
  }

  /** From the first colon on. */
  private String fromColon(String text) {
    String at = question.define("Int", "(str.indexof " + text + " \":\" 0)");
    conditions.add("(>= " + at + " 0)");
    return define("(str.substr " + text + " " + at + " (str.len " + text + "))");
  }

  private String define(String term) {
    return question.define("String", term);
  }

  private String length(Piece piece) {
    return piece instanceof Piece.Wildcard ? "1" : "(str.len " + joins.exactly(piece) + ")";
  }

  private void require(String part, Piece piece) {
    boolean exact = piece instanceof Piece.Hole || piece instanceof Piece.Letters && !ignoringCase;
    conditions.add(
        exact ? "(= " + part + " " + joins.exactly(piece) + ")" : Smt.in(part, expression(piece)));
  }

  /** Of a wildcard, or of letters in any case. */
  static String expression(Piece piece) {
    if (piece instanceof Piece.Letters letters) {
      return Regexes.of(Pattern.literal(letters.text()).ignoringCase());
    }
    return switch ((Piece.Wildcard) piece) {
      case RUN -> Regexes.run(false);
      case RUN_WITHOUT_COLON -> Regexes.run(true);
      case ONE -> Regexes.one(false);
      case ONE_WITHOUT_COLON -> Regexes.one(true);
    };
  }
}
