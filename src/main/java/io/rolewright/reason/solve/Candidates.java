package io.rolewright.reason.solve;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.formula.Piece;
import io.rolewright.reason.formula.Template;
import io.rolewright.reason.strings.Language;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Texts, or none, that a field in holes may have if literals are to hold. */
final class Candidates {

  private static final int MOST_PER_LIST = 12;

  private final List<Literal> literals;
  private final Domains domains;
  private final Assignment likely;

  Candidates(List<Literal> literals, Domains domains, Assignment likely) {
    this.literals = literals;
    this.domains = domains;
    this.likely = likely;
  }

  /** Whether there are no others. */
  boolean areAll(Field hole) {
    return isAbsent(hole) || finite(hole).isPresent();
  }

  private boolean isAbsent(Field hole) {
    return domains.of(hole).presence() == Domain.Presence.NEVER
        || literals.stream()
            .anyMatch(
                literal -> !literal.positive() && literal.atom().equals(new Atom.Present(hole)));
  }

  /** A finite language in which its text must be, if present. */
  private Optional<Language> finite(Field hole) {
    return wanted(hole).stream()
        .filter(Language::isFinite)
        .findFirst()
        .or(() -> texts(hole).shape().filter(Language::isFinite));
  }

  private Domain.Texts texts(Field hole) {
    return (Domain.Texts) domains.of(hole);
  }

  private List<Language> wanted(Field field) {
    return literals.stream()
        .filter(literal -> literal.positive() && literal.atom() instanceof Atom.In in)
        .map(literal -> (Atom.In) literal.atom())
        .filter(in -> in.field().equals(field))
        .map(Atom.In::language)
        .toList();
  }

  /** The likelier first. */
  List<Optional<String>> of(Field hole) {
    if (isAbsent(hole)) {
      return List.of(Optional.empty());
    }
    Set<Optional<String>> texts = new LinkedHashSet<>();
    texts.add(likely.text(hole));
    finite(hole).ifPresent(language -> language.literals().forEach(add(texts)));
    if (finite(hole).isEmpty()) {
      texts(hole).hints().texts().stream().limit(MOST_PER_LIST).forEach(add(texts));
      fromTargets(hole).forEach(add(texts));
      List.of("x", "y", "").forEach(add(texts));
    }
    texts.add(Optional.empty());
    texts.removeIf(text -> !suits(hole, text));
    return List.copyOf(texts);
  }

  private boolean suits(Field hole, Optional<String> text) {
    Domain.Texts domain = texts(hole);
    return text.isEmpty()
        ? domain.presence() != Domain.Presence.ALWAYS
        : domain.presence() != Domain.Presence.NEVER
            && domain.shape().filter(shape -> !shape.matches(text.get())).isEmpty();
  }

  private static Consumer<String> add(Set<Optional<String>> texts) {
    return text -> texts.add(Optional.of(text));
  }

  /** What is left of likely texts of the joined fields without the letters around the hole. */
  private Set<String> fromTargets(Field hole) {
    Set<String> texts = new LinkedHashSet<>();
    for (Literal literal : literals) {
      if (literal.atom() instanceof Atom.Joined joined && joined.holes().contains(hole)) {
        for (Template template : joined.templates()) {
          for (String target : targets(joined.field())) {
            texts.addAll(between(template, hole, target));
          }
        }
      }
    }
    return texts;
  }

  private List<String> targets(Field field) {
    List<String> targets = new ArrayList<>();
    likely.text(field).ifPresent(targets::add);
    targets.addAll(likely.texts(field));
    for (Literal literal : literals) {
      languageOf(literal.atom(), field)
          .ifPresent(
              language -> language.literals().stream().limit(MOST_PER_LIST).forEach(targets::add));
    }
    return targets;
  }

  private static Optional<Language> languageOf(Atom atom, Field field) {
    if (!atom.fields().contains(field)) {
      return Optional.empty();
    }
    if (atom instanceof Atom.In in) {
      return Optional.of(in.language());
    }
    return atom instanceof Atom.Some some
        ? Optional.of(some.language())
        : atom instanceof Atom.SomeOutside some ? Optional.of(some.language()) : Optional.empty();
  }

  /** The shortest and the longest. */
  private static List<String> between(Template template, Field hole, String target) {
    List<Piece> pieces = template.pieces();
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i) instanceof Piece.Hole at && at.field().equals(hole)) {
        String before = letters(pieces, i - 1);
        String after = letters(pieces, i + 1);
        int from = target.indexOf(before) + before.length();
        int last = after.isEmpty() ? target.length() : target.lastIndexOf(after);
        int first = after.isEmpty() ? target.length() : target.indexOf(after, from);
        return target.contains(before) && from <= last
            ? List.of(target.substring(from, first), target.substring(from, last))
            : List.of();
      }
    }
    return List.of();
  }

  private static String letters(List<Piece> pieces, int at) {
    return at >= 0 && at < pieces.size() && pieces.get(at) instanceof Piece.Letters letters
        ? letters.text()
        : "";
  }
}
