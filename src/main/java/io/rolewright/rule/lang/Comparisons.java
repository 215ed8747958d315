package io.rolewright.rule.lang;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Text;
import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import io.rolewright.simulate.Truth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Comparisons and tests of presence. */
final class Comparisons {

  private Comparisons() {}

  /** The values of one side: those of a list, else the value itself, none if it is absent. */
  private static List<?> several(Object value) {
    return value instanceof List<?> list
        ? list
        : value instanceof Absent ? List.of() : List.of(value);
  }

  /** Is there something on the left that is one of those on the right? */
  static final class Matches extends Node {
    private final Node left;
    private final Node right;
    private final boolean like;

    /**
     * @param like whether the texts on the right are globs
     */
    Matches(Node left, Node right, boolean like) {
      super(Type.TRUTH, left.asks());
      this.left = left;
      this.right = right;
      this.like = like;
    }

    @Override
    Object value(Env env) {
      Truth truth = Truth.NO;
      List<?> wanted = several(right.value(env));
      for (Object value : several(left.value(env))) {
        for (Object one : wanted) {
          truth = truth.or(same(value, one));
          if (truth.isYes()) {
            return truth;
          }
        }
      }
      return truth;
    }

    private Truth same(Object value, Object wanted) {
      if (!(value instanceof Text text) || !(wanted instanceof Text other)) {
        return Truth.of(value.equals(wanted));
      }
      if (like) {
        Optional<String> plain = text.plain();
        return plain.isPresent() && !other.hasUnknown()
            ? Truth.of(glob(other).matches(plain.get()))
            : Truth.UNKNOWN;
      }
      if (text.hasUnknown() || other.hasUnknown()) {
        return text.equals(other) ? Truth.YES : Truth.UNKNOWN;
      }
      return Truth.of(text.shown().equals(other.shown()));
    }

    private static Pattern glob(Text written) {
      return Pattern.glob(written.shown());
    }

    @Override
    void reads(Env env, List<PolicyDocument> documents, Set<String> keys) {
      left.reads(env, documents, keys);
    }

    @Override
    Formula formula(Env env, Encoding encoding) {
      if (!asks()) {
        return super.formula(env, encoding);
      }
      List<Text> wanted = several(right.value(env)).stream().map(Text.class::cast).toList();
      if (wanted.stream().anyMatch(Text::hasUnknown)) {
        return encoding.formulas().symbol("what a template leaves open");
      }
      List<Pattern> patterns =
          wanted.stream().map(t -> like ? glob(t) : Pattern.literal(t.shown())).toList();
      return left.term(env).in(Language.of(patterns), encoding);
    }
  }

  /** Compares numbers. */
  static final class Numbers extends Node {
    private final Node left;
    private final Node right;
    private final String operator;

    Numbers(Node left, Node right, String operator) {
      super(Type.TRUTH, false);
      this.left = left;
      this.right = right;
      this.operator = operator;
    }

    @Override
    Object value(Env env) {
      if (!(left.value(env) instanceof Long a) || !(right.value(env) instanceof Long b)) {
        return Truth.NO;
      }
      int order = Long.compare(a, b);
      return Truth.of(
          switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> order == 0;
          });
    }
  }

  /** Whether there is nothing: no value, no key in the request, no element in a list. */
  static final class Nothing extends Node {
    private final Node inner;

    Nothing(Node inner) {
      super(Type.TRUTH, inner.asks());
      this.inner = inner;
    }

    @Override
    Object value(Env env) {
      Object value = inner.value(env);
      return Truth.of(value instanceof Absent || value instanceof List<?> list && list.isEmpty());
    }

    @Override
    void reads(Env env, List<PolicyDocument> documents, Set<String> keys) {
      inner.reads(env, documents, keys);
    }

    @Override
    Formula formula(Env env, Encoding encoding) {
      return asks()
          ? encoding.formulas().not(inner.term(env).present(encoding))
          : super.formula(env, encoding);
    }
  }
}
