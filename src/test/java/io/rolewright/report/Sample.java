package io.rolewright.report;

import io.rolewright.analyze.Analysis;
import io.rolewright.analyze.Result;
import io.rolewright.rule.Evidence;
import io.rolewright.rule.Finding;
import io.rolewright.rule.RuleMetadata;
import io.rolewright.rule.Severity;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.ReasonCode;
import io.rolewright.simulate.Request;
import io.rolewright.source.Origin;
import io.rolewright.source.Problem;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Analyses to report on: a small story, and single findings at a given place. */
public final class Sample {

  public static final RuleMetadata PUBLIC_TRUST =
      rule("TP001", "public-trust", Severity.CRITICAL, "name the accounts that need the role");
  public static final RuleMetadata WITHOUT_MFA =
      rule("MF001", "human-without-mfa", Severity.MEDIUM, "ask for `aws:MultiFactorAuthPresent`");
  public static final RuleMetadata UNKNOWN_ACTION =
      rule("GR001", "unknown-action", Severity.ERROR, "spell the action as AWS does");

  public static final SourceFile ROLE =
      SourceFile.of(
          "samples/vendor access/role.json",
          """
          {
            "Version": "2012-10-17",
            "Statement": [
              {
                "Effect": "Allow",
                "Principal": "*",
                "Action": "sts:AssumeRole"
              }
            ]
          }
          """);

  private Sample() {}

  /** A rule with plausible metadata. */
  public static RuleMetadata rule(String id, String name, Severity severity, String advice) {
    return new RuleMetadata(
        id,
        name,
        "Title of " + name,
        severity,
        RuleMetadata.Precision.VERY_HIGH,
        RuleMetadata.Profile.RECOMMENDED,
        "0.1",
        List.of("trust"),
        Map.of(),
        advice,
        "trust/" + name + ".md");
  }

  /** The page of a sample rule. */
  public static String page(RuleMetadata rule) {
    return """
    # %s

    ## What it finds

    A statement that lets
    `everyone` in.

    ## Why it matters
    """
        .formatted(rule.name());
  }

  /** The place of the first occurrence of {@code element}. */
  public static Origin at(SourceFile file, String element) {
    int start = file.text().indexOf(element);
    if (start < 0) {
      throw new IllegalArgumentException("not in the file: " + element);
    }
    return file.at(start, start + element.length());
  }

  /** An open finding without a witness. */
  public static Result shape(RuleMetadata rule, Origin at, String message) {
    Finding finding =
        new Finding(
            rule, rule.severity(), at, message, new Evidence.Shape(), List.of(), "role vendor");
    return new Result(finding, "0123456789abcdef", Optional.empty());
  }

  /** An open finding that a stranger's request shows. */
  public static Result witnessed(Origin at) {
    Request request =
        new Request(
            Caller.user("999988887777", "mallory"),
            "sts:AssumeRole",
            "arn:aws:iam::111122223333:role/vendor",
            Context.of(
                Map.of(
                    "aws:SourceIp",
                    List.of("203.0.113.7"),
                    "aws:TagKeys",
                    List.of("team", "cost"))));
    Evidence evidence =
        new Evidence.Witnessed(
            request,
            new Decision(ReasonCode.ALLOW_RESOURCE, Optional.empty(), List.of(), Optional.empty()));
    Finding finding =
        new Finding(
            PUBLIC_TRUST,
            Severity.CRITICAL,
            at,
            "any principal of any account can assume `vendor`",
            evidence,
            List.of(new Finding.Related(at(ROLE, "\"Allow\""), "allowed here")),
            "role vendor");
    return new Result(finding, "aaaabbbbccccdddd", Optional.empty());
  }

  /** The same result, suppressed. */
  public static Result suppressed(Result result, Result.By by, String reason) {
    return new Result(
        result.finding(), result.fingerprint(), Optional.of(new Result.Suppressed(by, reason)));
  }

  /** Two open findings, two suppressed ones and two problems. */
  public static Analysis story() {
    SourceFile template =
        SourceFile.of(
            "template.yaml",
            """
            Resources:
              Deploy:
                Type: AWS::IAM::Role
                Properties:
                  AssumeRolePolicyDocument:
                    Statement:
                      - Effect: Allow
                        Principal: {AWS: "111122223333"}
                        Action: sts:AssumRole
            """);
    List<Result> results = new ArrayList<>();
    results.add(witnessed(at(ROLE, "\"*\"")));
    results.add(
        suppressed(
            shape(WITHOUT_MFA, at(ROLE, "\"Principal\""), "no MFA is asked for"),
            Result.By.IN_SOURCE,
            "break-glass"));
    results.add(
        suppressed(
            shape(WITHOUT_MFA, at(template, "111122223333"), "no MFA is asked for"),
            Result.By.BASELINE,
            ""));
    results.add(
        shape(UNKNOWN_ACTION, at(template, "sts:AssumRole"), "`sts:AssumRole` is no action"));
    List<Problem> problems =
        List.of(
            Problem.error("the file cannot be read", SourceFile.unread("b.json").whole()),
            Problem.warning("`!Foo` is unknown", at(template, "Deploy:")));
    return new Analysis(
        results, problems, List.of(UNKNOWN_ACTION, WITHOUT_MFA, PUBLIC_TRUST), 2, 3, 1);
  }

  /** An analysis of nothing but these results. */
  public static Analysis of(Result... results) {
    return new Analysis(List.of(results), List.of(), List.of(), 1, 1, 0);
  }
}
