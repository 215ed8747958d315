package io.rolewright.rule.lang;

import io.rolewright.model.Text;
import io.rolewright.rule.Change;
import io.rolewright.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Makes the changes of fixes ready. */
final class FixCompiler {

  private final Typing typing;

  FixCompiler(Typing typing) {
    this.typing = typing;
  }

  Reporting.Mending compile(Syntax fix, List<Node> title) {
    List<Reporting.Changing> changes = new ArrayList<>();
    for (Syntax change : fix.parts().subList(1, fix.parts().size())) {
      changes.add(change(change));
    }
    return new Reporting.Mending(title, changes);
  }

  private Reporting.Changing change(Syntax change) {
    return switch (change.text()) {
      case "replace" -> replace(change);
      case "remove" -> changing(change, 0, 0, (at, texts) -> new Change.Remove(at));
      case "operator" ->
          changing(change, 1, 1, (at, t) -> new Change.ChangeOperator(at, one(t, 0)));
      case "action" -> changing(change, 1, 1, (at, t) -> new Change.AddAction(at, one(t, 0)));
      case "principal" ->
          changing(change, 2, 2, (at, t) -> new Change.AddPrincipal(at, one(t, 0), one(t, 1)));
      case "condition" ->
          changing(
              change, 3, 3, (at, t) -> new Change.AddCondition(at, one(t, 0), one(t, 1), t.get(2)));
      default ->
          throw new LanguageException(
              change,
              "`"
                  + change.text()
                  + "` cannot be added; condition(operator, key, value),"
                  + " action(name), principal(type, name) and operator(name) can");
    };
  }

  private static String one(List<List<String>> texts, int index) {
    return texts.get(index).get(0);
  }

  private Reporting.Changing replace(Syntax change) {
    return changing(
        change,
        1,
        1,
        (at, texts) ->
            texts.get(0).size() == 1
                ? new Change.Replace(at, one(texts, 0))
                : new Change.ReplaceAll(at, texts.get(0)));
  }

  /** The place stands last where something is added, first otherwise. */
  private Reporting.Changing changing(
      Syntax change, int least, int most, BiFunction<Origin, List<List<String>>, Change> making) {
    List<Syntax> parts = change.parts();
    if (parts.size() - 1 < least || parts.size() - 1 > most) {
      throw new LanguageException(change, "`" + change.text() + "` needs " + least + " texts");
    }
    boolean placeFirst = change.text().equals("replace") || change.text().equals("remove");
    Node place = typing.node(parts.get(placeFirst ? 0 : parts.size() - 1));
    if (!place.type().hasPlace()) {
      throw new LanguageException(change, "a " + place.type() + " has no place in a file");
    }
    List<Node> texts = new ArrayList<>();
    for (Syntax part : parts.subList(placeFirst ? 1 : 0, parts.size() - (placeFirst ? 0 : 1))) {
      Node text = typing.node(part);
      if (!Type.TEXT.takes(text.type()) && !Type.TEXT.list().takes(text.type())) {
        throw new LanguageException(part, "this is a " + text.type() + " where text is needed");
      }
      texts.add(text);
    }
    return env -> made(place, texts, env, making);
  }

  /** Nothing where the place, or a text, is absent or not known. */
  private static Optional<Change> made(
      Node place,
      List<Node> texts,
      Env env,
      BiFunction<Origin, List<List<String>>, Change> making) {
    List<List<String>> values = new ArrayList<>();
    for (Node text : texts) {
      List<String> plain = plain(text.value(env));
      if (plain.isEmpty()) {
        return Optional.empty();
      }
      values.add(plain);
    }
    return place.type().placeOf(place.value(env)).map(at -> making.apply(at, values));
  }

  private static List<String> plain(Object value) {
    List<?> several = value instanceof List<?> list ? list : List.of(value);
    List<String> plain = new ArrayList<>();
    for (Object one : several) {
      if (!(one instanceof Text text) || text.hasUnknown()) {
        return List.of();
      }
      plain.add(text.shown());
    }
    return plain;
  }
}
