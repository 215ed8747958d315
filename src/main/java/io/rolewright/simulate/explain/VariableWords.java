package io.rolewright.simulate.explain;

import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.simulate.Context;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the policy variables of an element stand for in a request (R1.43). */
final class VariableWords {

  private static final String PRINCIPAL_TAG = "aws:PrincipalTag/";

  private VariableWords() {}

  /** {@code `${aws:username}` is `dana` here}; empty where there are no variables. */
  static Optional<String> of(List<Text> texts, Context context) {
    Set<String> words = new LinkedHashSet<>();
    for (Text text : texts) {
      text.variables().forEach(v -> words.add(words(v, context)));
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", and ", words));
  }

  private static String words(TextPart.Variable variable, Context context) {
    String shown = "`" + variable.shown() + "`";
    List<String> values = context.get(variable.key());
    if (values.size() == 1 && !isList(variable.key(), context)) {
      return shown + " is `" + values.get(0) + "` here";
    }
    if (!values.isEmpty()) {
      return shown + " is a list here, which no variable stands for";
    }
    return variable
        .defaultValue()
        .map(d -> shown + " is absent here, so that `" + d + "` counts")
        .orElseGet(() -> shown + " has no value here" + callersTags(variable, context));
  }

  /** A tag that is not there is often there under another name. */
  private static String callersTags(TextPart.Variable variable, Context context) {
    if (!isTag(variable.key())) {
      return "";
    }
    List<String> tags = new ArrayList<>();
    for (String key : context.asMap().keySet()) {
      if (isTag(key)) {
        tags.add(key.substring(PRINCIPAL_TAG.length()));
      }
    }
    return tags.isEmpty()
        ? ": the caller has no tags"
        : ": the caller's tags are " + Demand.quoted(tags);
  }

  private static boolean isList(String key, Context context) {
    KeyFamily family = KeyFamily.of(key);
    return context.isList(key)
        || family == KeyFamily.TAG_KEYS
        || family == KeyFamily.TRANSITIVE_KEYS;
  }

  private static boolean isTag(String key) {
    return key.toLowerCase(Locale.ROOT).startsWith("aws:principaltag/");
  }
}
