package io.rolewright.rule;

import io.rolewright.source.Origin;
import java.util.ArrayList;
import java.util.List;

/**
 * What a rule reports: a fact about one place.
 *
 * @param rule the rule
 * @param severity at most the rule's
 * @param at the guilty element
 * @param message one line stating the fact: lower-case start, no final period, user text in
 *     backticks, no advice
 * @param evidence why it is so
 * @param related other places that matter, each with what it is
 * @param subject what the finding is about, such as {@code role vendor}; part of the fingerprint
 * @param advice how to fix it in one line
 * @param fixes changes that would end it, the best first; alternatives, and not yet proved
 */
public record Finding(
    RuleMetadata rule,
    Severity severity,
    Origin at,
    String message,
    Evidence evidence,
    List<Related> related,
    String subject,
    String advice,
    List<Fix> fixes) {

  /** Another place that belongs to a finding. */
  public record Related(Origin at, String message) {}

  public Finding {
    related = List.copyOf(related);
    fixes = List.copyOf(fixes);
  }

  /** A finding for which no change is known. */
  public Finding(
      RuleMetadata rule,
      Severity severity,
      Origin at,
      String message,
      Evidence evidence,
      List<Related> related,
      String subject,
      String advice) {
    this(rule, severity, at, message, evidence, related, subject, advice, List.of());
  }

  /** A finding whose advice is that of its rule. */
  public Finding(
      RuleMetadata rule,
      Severity severity,
      Origin at,
      String message,
      Evidence evidence,
      List<Related> related,
      String subject) {
    this(rule, severity, at, message, evidence, related, subject, rule.advice());
  }

  /** This finding with another message. */
  public Finding saying(String words) {
    return new Finding(rule, severity, at, words, evidence, related, subject, advice, fixes);
  }

  /** This finding with another severity. */
  public Finding as(Severity level) {
    return new Finding(rule, level, at, message, evidence, related, subject, advice, fixes);
  }

  /** This finding with one more fix to try, after those that it has. */
  public Finding fixedBy(Fix fix) {
    List<Fix> more = new ArrayList<>(fixes);
    more.add(fix);
    return new Finding(rule, severity, at, message, evidence, related, subject, advice, more);
  }
}
