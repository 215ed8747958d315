package io.rolewright.rule.file;

import io.rolewright.rule.RuleMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A rule file to begin with: a small rule that works, with examples that pass. */
public final class RuleTemplate {

  /** Names of rules and of groups are lower-case words with hyphens. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private static final int MOST = 999;

  private RuleTemplate() {}

  /** Whether a rule, or a group of rules, can be called so. */
  public static boolean isName(String word) {
    return NAME.matcher(word).matches();
  }

  /** Whether a private rule can have this id. */
  public static boolean isId(String word) {
    return FrontMatter.PRIVATE_ID.matcher(word).matches();
  }

  /** The first id from {@code MY001} on that no rule has. */
  public static String freeId(List<RuleMetadata> known) {
    Set<String> taken = new HashSet<>();
    known.forEach(rule -> taken.add(rule.id()));
    for (String prefix : List.of("MY", "OUR", "XX")) {
      for (int number = 1; number <= MOST; number++) {
        String id = prefix + String.format("%03d", number);
        if (!taken.contains(id)) {
          return id;
        }
      }
    }
    throw new IllegalStateException("nobody has three thousand rules");
  }

  /** The text of a rule file. */
  public static String page(String id, String name) {
    try (InputStream in =
        RuleTemplate.class.getResourceAsStream("/io/rolewright/rule/new-rule.md")) {
      if (in == null) {
        throw new IllegalStateException("new-rule.md is missing from this build");
      }
      String template = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return template.replace("@ID@", id).replace("@NAME@", name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
