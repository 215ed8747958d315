package io.rolewright.rule.word;

import static io.rolewright.rule.lang.Type.NUMBER;
import static io.rolewright.rule.lang.Type.TEXT;
import static io.rolewright.rule.lang.Type.TRUTH;

import io.rolewright.model.Text;
import io.rolewright.rule.Lists;
import io.rolewright.rule.lang.Scope;
import io.rolewright.rule.lang.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Words about text and numbers. */
final class TextWords {

  private TextWords() {}

  static void add(Words words) {
    words.kind(TEXT);
    words.word(
        "between",
        TEXT,
        TEXT,
        TEXT,
        TEXT,
        "The second text with the others around it; absent if it is.",
        (scope, before, text, after) -> before.shown() + text.shown() + after.shown());
    words.word(
        "listed",
        TEXT.list(),
        TEXT,
        "The texts as a sentence has them: `a`, `b` and `c`; absent if there are none.",
        (scope, texts) -> Optional.of(texts).filter(t -> !t.isEmpty()).map(TextWords::listed));
    words.word(
        "joined",
        TEXT.list(),
        TEXT,
        TEXT,
        "The texts with a text between each two.",
        TextWords::joined);
    words.word(
        "known",
        TEXT,
        TRUTH,
        "Whether no piece of the text is left open by a template.",
        (scope, text) -> !text.hasUnknown());
    words.word(
        "lower",
        TEXT,
        TEXT,
        "The text in lower case.",
        (scope, text) -> text.plain().map(t -> t.toLowerCase(Locale.ROOT)));
    words.word(
        "length",
        TEXT,
        NUMBER,
        "How many characters the text has; absent if a piece is unknown.",
        (scope, text) -> text.plain().map(String::length));
    words.word(
        "hasWildcard",
        TEXT,
        TRUTH,
        "Whether a `*` or `?` was written.",
        (scope, text) -> text.hasWildcard());
    words.word(
        "isStar",
        TEXT,
        TRUTH,
        "Whether the text is `*`, or several of them.",
        (scope, text) -> text.isStar());
    words.word(
        "variables",
        TEXT,
        TEXT.list(),
        "The keys of the policy variables in the text.",
        (scope, text) -> text.variables().stream().map(v -> v.key()).toList());
    words.word(
        "same",
        TEXT,
        TEXT,
        TRUTH,
        "Whether two texts are the same but for letter case.",
        TextWords::same);
    words.word(
        "options",
        TEXT,
        TEXT,
        "An option of the rule: as configured, else as the rule has it.",
        (scope, name) -> scope.option(name.shown()));
    words.word(
        "optionList",
        TEXT,
        TEXT.list(),
        "An option of the rule that lists texts between commas.",
        (scope, name) ->
            Arrays.stream(scope.option(name.shown()).split("\\s*,\\s*"))
                .filter(s -> !s.isEmpty())
                .toList());
    words.word(
        "number",
        TEXT,
        NUMBER,
        "The number that the text is; absent if it is none.",
        (scope, text) -> text.plain().filter(t -> t.matches("[0-9]{1,15}")).map(Long::valueOf));
  }

  private static String listed(java.util.List<Text> texts) {
    return Lists.shown(texts.stream().map(t -> "`" + t.shown() + "`").toList());
  }

  private static String joined(Scope scope, java.util.List<Text> texts, Text between) {
    return String.join(between.shown(), texts.stream().map(Text::shown).toList());
  }

  private static Object same(Scope scope, Text one, Text other) {
    if (one.hasUnknown() || other.hasUnknown()) {
      return one.equals(other)
          ? io.rolewright.simulate.Truth.YES
          : io.rolewright.simulate.Truth.UNKNOWN;
    }
    return one.shown().equalsIgnoreCase(other.shown());
  }
}
