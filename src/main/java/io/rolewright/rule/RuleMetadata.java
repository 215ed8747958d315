package io.rolewright.rule;

import io.rolewright.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 * @param page the rule file: of a shipped rule below {@code rules/}, such as {@code
 *     trust/public-trust.md}; of a private one as people name it
 * @param yields ids of rules that say the same and more: where one of them finds something in a
 *     statement, this rule says nothing of that statement
 * @param yieldsRole the same for all that is said of the subject
 * @param source the text of that file where the rule is private; empty for shipped rules
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
    String page,
    List<String> yields,
    List<String> yieldsRole,
    Optional<SourceFile> source) {

  /** A rule that comes with Rolewright. */
  public RuleMetadata(
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
    this(
        id,
        name,
        title,
        severity,
        precision,
        profile,
        since,
        tags,
        options,
        advice,
        page,
        List.of(),
        List.of(),
        Optional.empty());
  }

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
    /**
     * Runs in every profile, but says nothing where neither input nor configuration has what it
     * needs besides the policy itself.
     */
    CONFIGURED
  }

  public RuleMetadata {
    tags = List.copyOf(tags);
    yields = List.copyOf(yields);
    yieldsRole = List.copyOf(yieldsRole);
    options = Map.copyOf(options);
  }

  /** Whether it is a rule of the user's own. */
  public boolean isPrivate() {
    return source.isPresent();
  }

  /** Where people find its page: {@code rules/trust/public-trust.md}. */
  public String place() {
    return isPrivate() ? page : "rules/" + page;
  }
}
