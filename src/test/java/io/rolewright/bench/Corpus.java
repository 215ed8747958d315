package io.rolewright.bench;

import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.ServiceAction;
import io.rolewright.rule.file.RuleExample;
import io.rolewright.rule.file.RuleIndexWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes folders of policies to measure with (docs/performance.md): always the same for the same
 * arguments.
 *
 * <p>Arguments: {@code trust}, {@code managed} or {@code examples}, the number of files, the
 * folder. Those called {@code examples} are trust policies of the rule files' examples, which
 * together concern many rules.
 */
public final class Corpus {

  private static final List<String> SERVICES =
      List.of("s3", "ec2", "dynamodb", "lambda", "sqs", "sns", "kms", "logs", "ecs", "rds");
  private final Random random = new Random(20261122);

  private Corpus() {}

  public static void main(String[] args) throws IOException {
    Corpus corpus = new Corpus();
    int count = Integer.parseInt(args[1]);
    Path folder = Files.createDirectories(Path.of(args[2]));
    List<String> examples = args[0].equals("examples") ? examples(count) : List.of();
    for (int i = 0; i < count; i++) {
      String text =
          switch (args[0]) {
            case "trust" -> corpus.trust(i);
            case "examples" -> examples.get(i);
            default -> corpus.managed();
          };
      Files.writeString(
          folder.resolve(String.format(Locale.ROOT, "%s-%05d.json", args[0], i)), text);
    }
  }

  /** From all over the rules, in steps of the same size. */
  private static List<String> examples(int count) throws IOException {
    List<String> all =
        RuleIndexWriter.read(Path.of("rules")).stream()
            .flatMap(rule -> Stream.concat(rule.noncompliant().stream(), rule.compliant().stream()))
            .flatMap(example -> example.files().stream())
            .filter(file -> file.name().endsWith(".json") && file.attributes().isEmpty())
            .map(RuleExample.ExampleFile::text)
            .filter(text -> text.contains("\"Principal\"") && !text.contains("\"Resource"))
            .filter(text -> text.contains("\"sts:Assume"))
            .toList();
    return IntStream.range(0, count).mapToObj(i -> all.get(i * all.size() / count)).toList();
  }

  private String trust(int i) {
    String account = String.format(Locale.ROOT, "%012d", 100000000000L + random.nextInt(99999));
    String statement =
        switch (i % 5) {
          case 0 ->
              """
              {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::%s:root"},
               "Action": "sts:AssumeRole",
               "Condition": {"StringEquals": {"sts:ExternalId": "corpus-%d-7f3a"}}}"""
                  .formatted(account, i);
          case 1 ->
              """
              {"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"},
               "Action": "sts:AssumeRole"}""";
          case 2 ->
              """
              {"Effect": "Allow",
               "Principal": {"Federated":
                 "arn:aws:iam::%s:oidc-provider/token.actions.githubusercontent.com"},
               "Action": "sts:AssumeRoleWithWebIdentity",
               "Condition": {"StringEquals": {
                 "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
                 "token.actions.githubusercontent.com:sub": "repo:acme/app-%d:environment:prod"}}}"""
                  .formatted(account, i);
          case 3 ->
              """
              {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole",
               "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-corpus%04d"}}}"""
                  .formatted(i);
          default ->
              """
              {"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::%s:role/ci-%d"},
               "Action": ["sts:AssumeRole", "sts:TagSession"]}"""
                  .formatted(account, i);
        };
    return "{\"Version\": \"2012-10-17\",\n \"Statement\": [\n" + statement + "\n ]}\n";
  }

  private String managed() {
    StringBuilder text = new StringBuilder("{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": [");
    int statements = 4 + random.nextInt(8);
    for (int i = 0; i < statements; i++) {
      text.append(i == 0 ? "\n" : ",\n").append(statement(i));
    }
    return text.append("\n  ]\n}\n").toString();
  }

  private String statement(int i) {
    StringBuilder actions = new StringBuilder();
    String service = pick(SERVICES);
    List<String> names =
        Catalog.shipped().service(service).orElseThrow().actions().stream()
            .map(ServiceAction::name)
            .toList();
    int count = 5 + random.nextInt(60);
    for (int a = 0; a < count; a++) {
      actions.append(a == 0 ? "" : ",\n        ");
      actions.append('"').append(service).append(':').append(pick(names)).append('"');
    }
    return """
        {
          "Sid": "S%d",
          "Effect": "Allow",
          "Action": [
            %s
          ],
          "Resource": "arn:aws:%s:*:123456789012:%s-%d/*"
        }"""
        .formatted(i, actions, service, service, random.nextInt(1000));
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
