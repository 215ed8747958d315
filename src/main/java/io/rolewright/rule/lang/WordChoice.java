package io.rolewright.rule.lang;

import io.rolewright.source.Closest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chooses the word that a name and its arguments mean. */
final class WordChoice {

  private final Vocabulary vocabulary;
  private final Variables variables;

  WordChoice(Vocabulary vocabulary, Variables variables) {
    this.vocabulary = vocabulary;
    this.variables = variables;
  }

  Node call(Syntax at, String name, List<Node> arguments) {
    return builtIn(name, arguments)
        .or(() -> word(name, arguments).map(word -> checked(at, word, arguments)))
        .or(() -> mapped(at, name, arguments))
        .orElseThrow(() -> unknown(at, name, arguments));
  }

  /** Words whose result has the type of their argument. */
  private static Optional<Node> builtIn(String name, List<Node> arguments) {
    if (arguments.size() != 1 || arguments.get(0).type().element().isEmpty()) {
      return Optional.empty();
    }
    Node list = arguments.get(0);
    return switch (name) {
      case "count" -> Optional.of(new Lists.Count(list));
      case "first" -> Optional.of(new Lists.First(list));
      case "distinct" -> Optional.of(new Lists.Distinct(list));
      default -> Optional.empty();
    };
  }

  private Optional<Word> word(String name, List<Node> arguments) {
    return vocabulary.named(name).stream().filter(w -> takes(w, arguments)).findFirst();
  }

  private static boolean takes(Word word, List<Node> arguments) {
    if (word.parameters().size() != arguments.size()) {
      return false;
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (!word.parameters().get(i).takes(arguments.get(i).type())) {
        return false;
      }
    }
    return true;
  }

  /** Of a request that is looked for only words that tell the reasoner so can ask. */
  private static Node checked(Syntax at, Word word, List<Node> arguments) {
    Node call = new Nodes.Call(word, arguments);
    if (call.asks() && word.symbolic().isEmpty()) {
      throw new LanguageException(
          at,
          "`"
              + word.name()
              + "` cannot ask about a request that is still looked for; use it after"
              + " the `when`");
    }
    return call;
  }

  /** A word of one thing, asked of a list of such things. */
  private Optional<Node> mapped(Syntax at, String name, List<Node> arguments) {
    if (arguments.isEmpty() || arguments.get(0).type().element().isEmpty()) {
      return Optional.empty();
    }
    int slot = variables.hidden();
    Type<?> element = arguments.get(0).type().element().get();
    List<Node> each = new ArrayList<>(arguments);
    each.set(0, new Nodes.Variable(element, slot, false));
    return word(name, each)
        .map(word -> new Nodes.Mapped(arguments.get(0), slot, checked(at, word, each)));
  }

  private LanguageException unknown(Syntax at, String name, List<Node> arguments) {
    List<Word> same = vocabulary.named(name);
    if (!same.isEmpty()) {
      List<String> ways = same.stream().map(Word::signature).sorted().toList();
      List<String> given = arguments.stream().map(a -> a.type().name()).toList();
      return new LanguageException(
          at,
          "`"
              + name
              + "` is not for ("
              + String.join(", ", given)
              + "); there is "
              + String.join(", ", ways));
    }
    List<String> known = new ArrayList<>(vocabulary.names());
    known.addAll(List.of("count", "first", "distinct"));
    known.addAll(variables.all());
    return new LanguageException(
        at, "there is no word or variable `" + name + "`" + Closest.hint(name, known));
  }
}
