package io.rolewright.parse;

import io.rolewright.model.Inventory;
import io.rolewright.model.Suppression;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.Tree;
import io.rolewright.source.Origin;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import io.rolewright.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the suppressions in the comments of a YAML file of any format:
 *
 * <pre>{@code
 * Principal: "*"  # rolewright: ignore TP001 -- public on purpose
 * # rolewright: ignore TP001, XA001 until 2027-01-31 -- vendor is moving
 * - Effect: Allow
 * }</pre>
 *
 * <p>Behind a value a comment covers the entries and items that begin on its line; alone on its
 * line, those that begin on the first line after it on which any does; always with all that is in
 * them. What looks like a suppression and cannot be read is a warning.
 */
public final class CommentSuppressions {

  private CommentSuppressions() {}

  /** The suppressions of a file, and what is wrong with them; nothing else. */
  public static Inventory read(Tree tree) {
    List<Suppression> suppressions = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    NavigableMap<Integer, Span> entries = new TreeMap<>();
    for (Tree.Comment comment : tree.comments()) {
      if (!SuppressionComment.isMeant(comment.text())) {
        continue;
      }
      if (entries.isEmpty()) {
        tree.roots().forEach(root -> collect(root, entries));
      }
      Origin at = origin(tree.file(), comment);
      SuppressionComment.Parsed parsed = SuppressionComment.parse(comment.text());
      Optional<Span> scope = scope(tree.file(), comment, entries);
      if (parsed.mistake().isPresent()) {
        problems.add(Problem.warning(parsed.mistake().get(), at));
      } else if (scope.isEmpty()) {
        problems.add(Problem.warning("the suppression covers nothing", at));
      } else {
        suppressions.add(
            new Suppression(
                at,
                new Origin(tree.file(), scope.get()),
                parsed.rules(),
                parsed.reason(),
                parsed.expires()));
      }
    }
    return new Inventory(List.of(), List.of(), List.of(), List.of(), suppressions, problems);
  }

  private static Origin origin(SourceFile file, Tree.Comment comment) {
    int line = file.positionOf(comment.offset()).line();
    return file.at(comment.offset(), file.lineStart(line) + file.line(line).length());
  }

  private static Optional<Span> scope(
      SourceFile file, Tree.Comment comment, NavigableMap<Integer, Span> entries) {
    int line = file.positionOf(comment.offset()).line();
    Map.Entry<Integer, Span> found =
        comment.alone() ? entries.higherEntry(line) : entries.floorEntry(line);
    return Optional.ofNullable(found)
        .filter(entry -> comment.alone() || entry.getKey() == line)
        .map(Map.Entry::getValue);
  }

  /** What the entries and items that begin on each line cover together. */
  private static void collect(Node node, NavigableMap<Integer, Span> entries) {
    node.asObject()
        .ifPresent(
            object -> {
              for (ObjectNode.Member member : object.members()) {
                Origin key = member.key().origin();
                add(key, entrySpan(key.span(), member.value().origin().span()), entries);
                collect(member.value(), entries);
              }
            });
    node.asArray()
        .ifPresent(
            array -> {
              for (Node item : array.items()) {
                add(item.origin(), item.origin().span(), entries);
                collect(item, entries);
              }
            });
  }

  /** A value before its key came from a YAML alias and belongs to where it is written. */
  private static Span entrySpan(Span key, Span value) {
    return value.start() >= key.start() ? key.union(value) : key;
  }

  private static void add(Origin start, Span span, NavigableMap<Integer, Span> entries) {
    entries.merge(start.start().line(), span, Span::union);
  }
}
