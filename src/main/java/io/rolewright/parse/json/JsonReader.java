package io.rolewright.parse.json;

import io.rolewright.parse.tree.Characters;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.Tree;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * Reads JSON as <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a> has it: no comments,
 * no trailing commas. Duplicate keys are kept and numbers stay the text that was written.
 *
 * <p>Never throws on bad input: the first syntax error, or the first bound of {@link Limits} that
 * is exceeded, becomes a problem at its exact place.
 */
public final class JsonReader {

  private JsonReader() {}

  /**
   * What a piece of text holds: a root or else a problem, never both, never neither.
   *
   * @param problem an error at its place in the outer file
   */
  public record Embedded(Optional<Node> root, Optional<Problem> problem) {}

  /** Reads a whole file. */
  public static Tree read(SourceFile file, Limits limits) {
    Embedded result = readEmbedded(Characters.ofFile(file), limits);
    return new Tree(
        file,
        result.root().map(List::of).orElse(List.of()),
        List.of(),
        result.problem().map(List::of).orElse(List.of()));
  }

  /**
   * Reads a file of several values one after the other, as a program leaves them that is run more
   * than once into one file. No standard has this; where it does not fit, there is a problem and no
   * root.
   */
  public static Tree readSequence(SourceFile file, Limits limits) {
    JsonText text = new JsonText(Characters.ofFile(file));
    try {
      List<Node> roots = new JsonTokens(text, limits).readSequence();
      return new Tree(file, roots, List.of(), List.of());
    } catch (JsonProblem e) {
      return new Tree(file, List.of(), List.of(), List.of(e.problem()));
    }
  }

  /**
   * Reads JSON that stands inside something else, such as a policy in a string.
   *
   * <p>All places are places in the outer file. A {@linkplain Characters#holeAt hole} inside a
   * string stays a hole of that string; a hole where a value should be is read as a string that
   * holds nothing but it.
   */
  public static Embedded readEmbedded(Characters characters, Limits limits) {
    JsonText text = new JsonText(characters);
    try {
      return new Embedded(Optional.of(new JsonTokens(text, limits).read()), Optional.empty());
    } catch (JsonProblem e) {
      return new Embedded(Optional.empty(), Optional.of(e.problem()));
    }
  }
}
