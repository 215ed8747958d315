package io.rolewright.reason.formula;

import io.rolewright.reason.strings.Pattern;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A pattern with holes for the texts of other fields: a value with policy variables.
 *
 * @param ignoringCase whether letters, also those of the fields, are taken in any case
 */
public record Template(List<Piece> pieces, boolean ignoringCase) {

  public Template {
    pieces = List.copyOf(pieces);
  }

  /** Whether it has no holes. */
  public boolean isPlain() {
    return pieces.stream().noneMatch(Piece.Hole.class::isInstance);
  }

  /** The fields in its holes. */
  public List<Field> fields() {
    return pieces.stream()
        .filter(Piece.Hole.class::isInstance)
        .map(piece -> ((Piece.Hole) piece).field())
        .distinct()
        .sorted()
        .toList();
  }

  /** The pattern for a request; none if a field is absent and nothing stands for it. */
  public Optional<Pattern> resolved(Assignment request) {
    return filled(
        hole ->
            request
                .text(hole.field())
                .or(hole::otherwise)
                .map(text -> List.of(new Piece.Letters(text))));
  }

  /** With any text for each hole: fits at least what the template fits for some request. */
  public Pattern widened() {
    return filled(hole -> Optional.of(List.of(Piece.Wildcard.RUN))).orElseThrow();
  }

  /** Puts pieces without holes into the holes; none if there are none for some hole. */
  public Optional<Pattern> filled(
      Function<Piece.Hole, Optional<? extends List<? extends Piece>>> by) {
    Pattern.Builder pattern = new Pattern.Builder();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Hole hole) {
        Optional<? extends List<? extends Piece>> filling = by.apply(hole);
        if (filling.isEmpty()) {
          return Optional.empty();
        }
        filling.get().forEach(part -> add(pattern, part));
      } else {
        add(pattern, piece);
      }
    }
    return Optional.of(ignoringCase ? pattern.build().ignoringCase() : pattern.build());
  }

  private static void add(Pattern.Builder pattern, Piece piece) {
    if (piece instanceof Piece.Letters letters) {
      pattern.characters(letters.text());
    } else {
      ((Piece.Wildcard) piece).addTo(pattern);
    }
  }

  /** With holes as in a policy: {@code ${field}}. */
  @Override
  public String toString() {
    StringBuilder written = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Hole hole) {
        String otherwise = hole.otherwise().map(text -> ", '" + text + "'").orElse("");
        written.append("${").append(hole.field()).append(otherwise).append('}');
      } else if (piece instanceof Piece.Letters letters) {
        written.append(letters.text());
      } else {
        boolean one = piece == Piece.Wildcard.ONE || piece == Piece.Wildcard.ONE_WITHOUT_COLON;
        written.append(one ? '?' : '*');
      }
    }
    return written.toString();
  }
}
