package io.rolewright.rule.file;

import io.rolewright.rule.RuleMetadata;
import io.rolewright.rule.RuleMetadata.Precision;
import io.rolewright.rule.RuleMetadata.Profile;
import io.rolewright.rule.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Reads and checks the YAML front matter of a rule file; every value is text. */
final class FrontMatter {

  private static final Set<String> REQUIRED =
      Set.of("id", "title", "severity", "precision", "profile", "since", "tags", "advice");

  private final String page;
  private final Map<?, ?> values;

  private FrontMatter(String page, Map<?, ?> values) {
    this.page = page;
    this.values = values;
  }

  static RuleMetadata read(String page, String yaml) {
    Object loaded;
    try {
      loaded =
          new Load(LoadSettings.builder().setSchema(new FailsafeSchema()).build())
              .loadFromString(yaml);
    } catch (YamlEngineException broken) {
      throw new RuleFileException(page, "has broken front matter: " + broken.getMessage());
    }
    if (!(loaded instanceof Map<?, ?> map)) {
      throw new RuleFileException(page, "must have a mapping as its front matter");
    }
    return new FrontMatter(page, map).metadata();
  }

  private RuleMetadata metadata() {
    Set<String> allowed = new TreeSet<>(REQUIRED);
    allowed.add("options");
    for (Object key : values.keySet()) {
      if (!allowed.contains(key)) {
        throw new RuleFileException(page, "has the unknown front matter key `" + key + "`");
      }
    }
    String id = text("id");
    if (!id.matches("[A-Z]{2}\\d{3}")) {
      throw new RuleFileException(page, "`" + id + "` is no rule id such as TP001");
    }
    return new RuleMetadata(
        id,
        page.substring(page.lastIndexOf('/') + 1).replaceAll("\\.md$", ""),
        text("title"),
        Severity.named(text("severity")).orElseThrow(() -> illegal("severity")),
        constant(Precision.class, "precision"),
        constant(Profile.class, "profile"),
        text("since"),
        tags(),
        options(),
        text("advice"),
        page);
  }

  private List<String> tags() {
    if (!(values.get("tags") instanceof List<?> list)) {
      throw illegal("tags");
    }
    return list.stream().map(Object::toString).sorted().toList();
  }

  private Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    if (values.get("options") instanceof Map<?, ?> map) {
      map.forEach((key, value) -> options.put(key.toString(), value.toString()));
    }
    return options;
  }

  private <E extends Enum<E>> E constant(Class<E> type, String key) {
    String name = text(key).toUpperCase(Locale.ROOT).replace('-', '_');
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    throw illegal(key);
  }

  private String text(String key) {
    if (!(values.get(key) instanceof String text) || text.isBlank() || text.contains("\n")) {
      throw illegal(key);
    }
    return text.strip();
  }

  private RuleFileException illegal(String key) {
    return new RuleFileException(page, "has no legal `" + key + "` in its front matter");
  }
}
