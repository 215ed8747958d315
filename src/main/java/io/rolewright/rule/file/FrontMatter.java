package io.rolewright.rule.file;

import io.rolewright.rule.RuleMetadata;
import io.rolewright.rule.RuleMetadata.Precision;
import io.rolewright.rule.RuleMetadata.Profile;
import io.rolewright.rule.Severity;
import io.rolewright.rule.file.FrontMatterYaml.Value;
import io.rolewright.source.Closest;
import io.rolewright.source.Origin;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Checks the YAML front matter of a rule file; every value is text. */
final class FrontMatter {

  private static final List<String> REQUIRED = List.of("id", "title", "severity");
  private static final List<String> REQUIRED_OF_SHIPPED =
      List.of("precision", "profile", "since", "tags", "advice");
  private static final Pattern SHIPPED_ID = Pattern.compile("[A-Z]{2}\\d{3}");
  static final Pattern PRIVATE_ID = Pattern.compile("[A-Z]{2,5}\\d{3}");
  private static final List<String> SEVERITIES =
      Arrays.stream(Severity.values()).map(Severity::shown).toList();

  private final SourceFile file;
  private final boolean shipped;
  private final Map<String, Value> values;
  private final Consumer<Problem> problems;
  private boolean sound = true;

  private FrontMatter(
      SourceFile file, boolean shipped, Map<String, Value> values, Consumer<Problem> problems) {
    this.file = file;
    this.shipped = shipped;
    this.values = values;
    this.problems = problems;
  }

  /**
   * The front matter, empty if anything in it is wrong.
   *
   * @param page the path by which the rule's page is known
   * @param end the line, from 1, of the second {@code ---}
   */
  static Optional<RuleMetadata> read(
      SourceFile file, String page, boolean shipped, int end, Consumer<Problem> problems) {
    List<Problem> syntax = new ArrayList<>();
    Map<String, Value> values = FrontMatterYaml.read(file, end, syntax::add);
    syntax.forEach(problems);
    if (!syntax.isEmpty()) {
      return Optional.empty();
    }
    FrontMatter matter = new FrontMatter(file, shipped, values, problems);
    RuleMetadata metadata = matter.metadata(page);
    return matter.sound ? Optional.of(metadata) : Optional.empty();
  }

  private RuleMetadata metadata(String page) {
    checkKeys();
    return new RuleMetadata(
        id(),
        name(page),
        text("title").orElse(""),
        choice("severity", SEVERITIES, Severity::named, Severity.HIGH),
        constant(Precision.class, "precision", Precision.HIGH),
        constant(Profile.class, "profile", Profile.RECOMMENDED),
        text("since").orElse(""),
        tags(),
        options(),
        text("advice").orElse(""),
        page,
        ids("yields"),
        ids("yields-role"),
        shipped ? Optional.empty() : Optional.of(file));
  }

  private void checkKeys() {
    List<String> required = new ArrayList<>(REQUIRED);
    List<String> allowed = new ArrayList<>(REQUIRED);
    allowed.addAll(REQUIRED_OF_SHIPPED);
    allowed.addAll(List.of("options", "yields", "yields-role"));
    if (shipped) {
      required.addAll(REQUIRED_OF_SHIPPED);
    }
    values.forEach(
        (key, value) -> {
          if (!allowed.contains(key)) {
            String hint = Closest.hint(key, allowed);
            String known = hint.isEmpty() ? "; known are " + String.join(", ", allowed) : hint;
            problem("unknown front matter key `" + key + "`" + known, value.key());
          }
        });
    for (String key : required) {
      if (!values.containsKey(key)) {
        problem("the front matter has no `" + key + "`", file.at(0, 3));
      }
    }
  }

  private String id() {
    String id = text("id").orElse("");
    Pattern legal = shipped ? SHIPPED_ID : PRIVATE_ID;
    if (values.containsKey("id") && !id.isEmpty() && !legal.matcher(id).matches()) {
      String form =
          shipped
              ? "two capitals and three digits, such as TP001"
              : "two to five capitals and three digits, such as MY001";
      problem("`" + id + "` is no rule id: " + form, values.get("id").at());
    }
    return id;
  }

  /** The file's stem, by which suppressions and reports name the rule. */
  private String name(String page) {
    String name = page.substring(page.lastIndexOf('/') + 1).replaceAll("\\.md$", "");
    if (!RuleTemplate.isName(name)) {
      String form = "lower-case words with hyphens, such as only-ci-may-deploy.md";
      problem("the file's name is the rule's name: " + form, file.at(0, 3));
    }
    return name;
  }

  private List<String> tags() {
    Optional<Value> value = Optional.ofNullable(values.get("tags"));
    if (value.isPresent() && value.get().list().isEmpty()) {
      problem("`tags` is a list, such as [trust, mfa]", value.get().at());
    }
    return value.flatMap(Value::list).orElse(List.of()).stream().sorted().toList();
  }

  private List<String> ids(String key) {
    Optional<Value> value = Optional.ofNullable(values.get(key));
    if (value.isPresent() && value.get().list().isEmpty()) {
      problem("`" + key + "` is a list of rule ids, such as [TP001]", value.get().at());
    }
    return value.flatMap(Value::list).orElse(List.of());
  }

  private Map<String, String> options() {
    Optional<Value> value = Optional.ofNullable(values.get("options"));
    if (value.isPresent() && value.get().map().isEmpty()) {
      problem("`options` maps names to their default values", value.get().at());
    }
    return value.flatMap(Value::map).orElse(Map.of());
  }

  private <E extends Enum<E>> E constant(Class<E> type, String key, E otherwise) {
    List<E> constants = List.of(type.getEnumConstants());
    Function<E, String> shown = e -> e.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return choice(
        key,
        constants.stream().map(shown).toList(),
        word -> constants.stream().filter(e -> shown.apply(e).equals(word)).findFirst(),
        otherwise);
  }

  private <E> E choice(
      String key, List<String> words, Function<String, Optional<E>> named, E otherwise) {
    Optional<String> word = text(key);
    Optional<E> meant = word.flatMap(named);
    if (word.isPresent() && meant.isEmpty()) {
      String one = "`" + key + "` is one of " + String.join(", ", words);
      problem(one + ", not `" + word.get() + "`", values.get(key).at());
    }
    return meant.orElse(otherwise);
  }

  private Optional<String> text(String key) {
    Optional<Value> value = Optional.ofNullable(values.get(key));
    Optional<String> text = value.flatMap(Value::text).map(String::strip);
    if (value.isPresent() && text.filter(t -> !t.isEmpty() && !t.contains("\n")).isEmpty()) {
      problem("`" + key + "` is one line of text", value.get().at());
      return Optional.empty();
    }
    return text;
  }

  private void problem(String message, Origin at) {
    sound = false;
    problems.accept(Problem.error(message, at));
  }
}
