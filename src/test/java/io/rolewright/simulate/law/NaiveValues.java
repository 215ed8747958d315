package io.rolewright.simulate.law;

import io.rolewright.simulate.Uncertainty;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Conditions, variables and resources, after sections 1.4 to 1.6 of the semantics. */
final class NaiveValues {

  private static final Set<String> MULTIVALUED = Set.of("aws:tagkeys");

  private final Map<String, Object> context = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Set<Uncertainty> optionB;

  NaiveValues(Map<String, Object> given, Set<Uncertainty> optionB) {
    this.optionB = optionB;
    given.forEach(
        (key, value) -> {
          context.remove(key);
          if (!(value instanceof List<?> list && list.isEmpty())) {
            context.put(key, value);
          }
        });
  }

  boolean b(String item) {
    return optionB.contains(Uncertainty.valueOf(item));
  }

  boolean demandsPrincipalArn(Map<String, Object> statement) {
    if (!(statement.get("Condition") instanceof Map<?, ?> block)) {
      return false;
    }
    return block.entrySet().stream()
        .anyMatch(
            e ->
                !e.getKey().toString().contains("Not")
                    && !e.getKey().toString().endsWith("IfExists")
                    && !e.getKey().toString().endsWith("Null")
                    && ((Map<?, ?>) e.getValue())
                        .keySet().stream()
                            .anyMatch(k -> k.toString().equalsIgnoreCase("aws:PrincipalArn")));
  }

  boolean holds(Object block, boolean variables) {
    if (!(block instanceof Map<?, ?> operators)) {
      return true;
    }
    return operators.entrySet().stream()
        .allMatch(
            operator ->
                ((Map<?, ?>) operator.getValue())
                    .entrySet().stream()
                        .allMatch(
                            test ->
                                holds(
                                    (String) operator.getKey(),
                                    (String) test.getKey(),
                                    Naive.strings(test.getValue()),
                                    variables)));
  }

  private boolean holds(String written, String key, List<String> wanted, boolean variables) {
    boolean forAll = written.startsWith("ForAllValues:");
    boolean forAny = written.startsWith("ForAnyValue:");
    boolean ifExists = written.endsWith("IfExists");
    String name = written.substring(written.indexOf(':') + 1).replaceAll("IfExists$", "");
    List<String> given = context.containsKey(key) ? Naive.strings(context.get(key)) : List.of();
    if (name.equals("Null")) {
      return wanted.stream().anyMatch(v -> v.equalsIgnoreCase(String.valueOf(given.isEmpty())));
    }
    boolean negated = name.contains("Not");
    String positive = name.replace("Not", "");
    boolean none = given.stream().allMatch(String::isEmpty) && (forAll || forAny);
    if (given.isEmpty() || none) {
      return absent(forAll, forAny, ifExists, negated, wanted.isEmpty());
    }
    if (!forAll && !forAny && b("U13") && isMultivalued(key)) {
      return false;
    }
    if (wanted.isEmpty()) {
      return negated || !forAll && !forAny && b("U14");
    }
    if (negated && b("U11") && !readable(positive, given, wanted)) {
      return false;
    }
    Predicate<String> some = x -> wanted.stream().anyMatch(v -> matches(positive, v, x, variables));
    if (forAll) {
      return given.stream().allMatch(negated ? some.negate() : some);
    }
    if (forAny) {
      return given.stream().anyMatch(negated ? some.negate() : some);
    }
    return given.stream().anyMatch(some) != negated;
  }

  private boolean absent(
      boolean forAll, boolean forAny, boolean ifExists, boolean negated, boolean noValues) {
    if (ifExists || forAll) {
      return true;
    }
    if (forAny) {
      return negated && b("U12");
    }
    return negated || noValues && b("U14");
  }

  private boolean isMultivalued(String key) {
    return MULTIVALUED.contains(key.toLowerCase(Locale.ROOT)) || context.get(key) instanceof List;
  }

  private static boolean readable(String operator, List<String> given, List<String> wanted) {
    List<String> all = new ArrayList<>(given);
    all.addAll(wanted);
    return all.stream().allMatch(text -> NaiveTypes.isReadable(operator, text));
  }

  /** R1.32, one value with one. */
  private boolean matches(String operator, String wanted, String given, boolean variables) {
    switch (operator) {
      case "StringEquals":
      case "StringEqualsIgnoreCase":
        {
          Optional<List<String>> text = tokens(wanted, variables, false);
          String plain = text.map(NaiveValues::plain).orElse("");
          return text.isPresent()
              && (operator.endsWith("Case") ? plain.equalsIgnoreCase(given) : plain.equals(given));
        }
      case "StringLike":
        return tokens(wanted, variables, true)
            .filter(glob -> NaiveGlob.matches(glob, given))
            .isPresent();
      case "ArnEquals":
      case "ArnLike":
        return arn(wanted, given, variables);
      case "Bool":
        return bool(wanted, given, variables);
      default:
        return NaiveTypes.matches(operator, wanted, given);
    }
  }

  private static String plain(List<String> tokens) {
    StringBuilder text = new StringBuilder();
    tokens.forEach(
        t -> text.append(t.equals(NaiveGlob.RUN) ? "*" : t.equals(NaiveGlob.ONE) ? "?" : t));
    return text.toString();
  }

  private boolean bool(String wanted, String given, boolean variables) {
    String v = wanted;
    if (b("U9")) {
      v = tokens(wanted, variables, false).map(NaiveValues::plain).orElse("");
    }
    return NaiveTypes.isReadable("Bool", v)
        && (b("U8") ? v.equals(given) : v.equalsIgnoreCase(given));
  }

  private boolean arn(String wanted, String given, boolean variables) {
    Optional<List<String>> tokens = tokens(wanted, variables, true);
    String[] arn = given.split(":", 6);
    if (tokens.isEmpty() || arn.length < 6) {
      return false;
    }
    if (wanted.matches("\\*+")) {
      return !b("U10");
    }
    List<List<String>> parts = NaiveGlob.split(tokens.get());
    return parts.size() == 6 && all(parts, arn);
  }

  private static boolean all(List<List<String>> parts, String[] arn) {
    for (int i = 0; i < 6; i++) {
      if (!NaiveGlob.matches(parts.get(i), arn[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether a pattern covers a resource; empty where a variable has no value. */
  Optional<Boolean> resource(String pattern, String resource, boolean variables) {
    if (pattern.matches("\\*+")) {
      return Optional.of(true);
    }
    int sixth = 0;
    for (int colons = 0; colons < 5 && sixth >= 0; colons++) {
      int colon = pattern.indexOf(':', sixth);
      sixth = colon < 0 ? -1 : colon + 1;
    }
    int cut = sixth < 0 ? pattern.length() : sixth;
    Optional<List<String>> last = tokens(pattern.substring(cut), variables, true);
    if (last.isEmpty()) {
      return Optional.empty();
    }
    List<String> tokens = new ArrayList<>(escapes(pattern.substring(0, cut), variables));
    tokens.addAll(last.get());
    if (b("U5")) {
      return Optional.of(NaiveGlob.matches(tokens, resource));
    }
    List<List<String>> parts = NaiveGlob.split(tokens);
    if (parts.size() < 6 && !pattern.endsWith("*")) {
      return Optional.of(false);
    }
    while (parts.size() < 6) {
      parts.add(List.of(NaiveGlob.RUN));
    }
    String[] arn = resource.split(":", 6);
    if (b("U6")) {
      for (int i = 0; i < 5; i++) {
        parts.set(i, parts.get(i).stream().map(t -> t.length() == 1 ? lower(t) : t).toList());
      }
      for (int i = 0; i < 5 && i < arn.length; i++) {
        arn[i] = lower(arn[i]);
      }
    }
    return Optional.of(arn.length == 6 && all(parts, arn));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private List<String> escapes(String text, boolean variables) {
    return scan(text, variables, true, false).orElseThrow();
  }

  private Optional<List<String>> tokens(String text, boolean variables, boolean wildcards) {
    return scan(text, variables, wildcards, true);
  }

  /** R1.43 to R1.49. */
  private Optional<List<String>> scan(
      String text, boolean variables, boolean wildcards, boolean substitute) {
    List<String> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int close = text.indexOf('}', at);
      boolean braces = variables && text.startsWith("${", at) && close > 0;
      String inner = braces ? text.substring(at + 2, close) : "";
      if (inner.length() == 1 && "*?$".contains(inner)) {
        tokens.add(inner);
      } else if (braces && !inner.isEmpty() && substitute) {
        Optional<String> value = value(inner);
        if (value.isEmpty()) {
          return Optional.empty();
        }
        boolean wild = wildcards && b("U16") && context.containsKey(inner.split(",")[0]);
        tokens.addAll(wild ? NaiveGlob.of(value.get()) : NaiveGlob.literal(value.get()));
      } else if (braces) {
        tokens.addAll(NaiveGlob.literal(text.substring(at, close + 1)));
      } else {
        tokens.addAll(NaiveGlob.of(text.substring(at, at + 1)));
        close = at;
      }
      at = close + 1;
    }
    return Optional.of(tokens);
  }

  private Optional<String> value(String inner) {
    String[] parts = inner.split(", '", 2);
    if (isMultivalued(parts[0])) {
      return Optional.empty();
    }
    if (context.containsKey(parts[0])) {
      return Optional.of((String) context.get(parts[0]));
    }
    return parts.length == 2
        ? Optional.of(parts[1].substring(0, parts[1].length() - 1))
        : Optional.empty();
  }
}
