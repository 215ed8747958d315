package io.rolewright.rule;

import java.util.List;
import java.util.Map;

/**
 * The front matter of a rule file.
 *
 * @param id stable, never reused: {@code TP001}
 * @param name the file's stem, completes "allow …": {@code public-trust}
 * @param title one line for people
 * @param severity the gravest a finding of this rule can be; a finding may say less
 * @param precision how sure a finding is
 * @param profile when the rule runs
 * @param since the first version of Rolewright that has it
 * @param tags sorted; {@code correctness} marks rules of severity {@code error}
 * @param options configurable values with their defaults as text
 * @param advice how to fix in one line
 * @param page the rule file below {@code rules/}: {@code trust/public-trust.md}
 */
public record RuleMetadata(
    String id,
    String name,
    String title,
    Severity severity,
    Precision precision,
    Profile profile,
    String since,
    List<String> tags,
    Map<String, String> options,
    String advice,
    String page) {

  /** How sure a finding is to be true; SARIF's words. */
  public enum Precision {
    VERY_HIGH,
    HIGH,
    MEDIUM,
    LOW
  }

  /** When a rule runs. */
  public enum Profile {
    RECOMMENDED,
    STRICT,
    /** Runs in every profile, but says nothing until the configuration gives it what it needs. */
    CONFIGURED
  }

  public RuleMetadata {
    tags = List.copyOf(tags);
    options = Map.copyOf(options);
  }
}
