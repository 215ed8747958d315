package io.rolewright.rule.file;

import io.rolewright.rule.RuleMetadata;
import io.rolewright.source.Origin;
import io.rolewright.source.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * A rule file taken apart.
 *
 * @param source its text
 * @param metadata the front matter
 * @param checker the simple name of the class in {@code io.rolewright.rule.check} that decides it,
 *     where it names one
 * @param block the rule in the rule language, without its fence, where it has one
 * @param noncompliant examples in which the rule finds exactly what is marked
 * @param compliant examples in which it finds nothing
 */
public record RuleFile(
    SourceFile source,
    RuleMetadata metadata,
    Optional<String> checker,
    Optional<Origin> block,
    List<RuleExample> noncompliant,
    List<RuleExample> compliant) {

  /** The sections of every shipped rule file, in this order. */
  public static final List<String> SECTIONS =
      List.of(
          "What it finds",
          "Why it matters",
          "How to fix",
          "Rule",
          "Noncompliant",
          "Compliant",
          "Known limits",
          "References");

  public RuleFile {
    noncompliant = List.copyOf(noncompliant);
    compliant = List.copyOf(compliant);
  }

  /**
   * Reads a rule file that comes with Rolewright.
   *
   * @param page its path below {@code rules/}, with forward slashes
   * @param text its whole text
   * @throws RuleFileException where it is not as a rule file must be
   */
  public static RuleFile read(String page, String text) {
    RuleReader.Reading reading = RuleReader.shipped(SourceFile.of("rules/" + page, text), page);
    return reading.rule().orElseThrow(() -> new RuleFileException(reading.problems().get(0)));
  }
}
