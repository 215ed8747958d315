package io.rolewright.analyze.cases;

import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.simulate.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads condition keys: a string is of one value, a list of several; nothing is filled in. */
final class ContextFields {

  private ContextFields() {}

  static Context read(Fields fields) {
    Context context = Context.EMPTY;
    Map<String, String> seen = new HashMap<>();
    for (ObjectNode.Member member : fields.members()) {
      String key = member.name();
      String earlier = seen.putIfAbsent(key.toLowerCase(Locale.ROOT), key);
      if (earlier != null && !earlier.equals(key)) {
        fields.error(
            "`" + key + "` is given twice; condition keys are compared without regard to case",
            member.key().origin());
      }
      context = with(context, key, member.value(), fields);
    }
    return context;
  }

  private static Context with(Context context, String key, Node value, Fields fields) {
    Optional<ScalarNode> scalar = value.asScalar();
    if (scalar.isPresent()) {
      return scalar.get().isNull() ? context : context.with(key, scalar.get().text());
    }
    if (value.asObject().isPresent()) {
      fields.error(
          "the value of `" + key + "` must be a string or a list of strings", value.origin());
      return context;
    }
    return context.withList(key, texts(value, key, fields));
  }

  private static List<String> texts(Node list, String key, Fields fields) {
    List<String> texts = new ArrayList<>();
    for (Node item : list.asArray().orElseThrow().items()) {
      item.asValue()
          .ifPresentOrElse(
              s -> texts.add(s.text()),
              () -> fields.error("a value of `" + key + "` must be a string", item.origin()));
    }
    return texts;
  }
}
