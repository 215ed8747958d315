package io.rolewright.analyze.managed;

import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Managed policies of our own making in the manner of AWS: for a service each, to read it, to run
 * all of it, or for what the service does in the customer's account. Always the same for the same
 * catalogue.
 */
final class ManagedPolicies {

  /** The quota of a managed policy, whitespace aside. */
  private static final int LARGEST = 6144;

  /** There are none before version 2012-10-17. */
  private static final String VARIABLE = "\\$\\{[^}]*}";

  private static final List<String> PATHS =
      List.of(
          "/", "/", "/", "/service-role/", "/aws-service-role/", "/job-function/", "/root/a/b/");

  private static final List<String> TITLES =
      List.of(
          "FullAccess",
          "ReadOnlyAccess",
          "ServiceRolePolicy",
          "ExecutionRolePolicy",
          "_ConsoleFullAccess",
          "RoleForTagging-v2",
          "PowerUser",
          "Managed.Policy+1");

  private final Random random;
  private final Service service;
  private final int number;

  private ManagedPolicies(int number) {
    List<String> prefixes = Catalog.shipped().prefixes();
    this.random = new Random(20261123L + number);
    this.number = number;
    this.service =
        Catalog.shipped().service(prefixes.get(number * 7 % prefixes.size())).orElseThrow();
  }

  /** So many of them; the first are the same for any number. */
  static List<ManagedPolicy> of(int count) {
    return IntStream.range(0, count).mapToObj(i -> new ManagedPolicies(i).policy()).toList();
  }

  private ManagedPolicy policy() {
    String owner = random.nextBoolean() ? "Amazon" : "AWS";
    String about = service.prefix().replace("-", "");
    String name = owner + about + TITLES.get(number % TITLES.size()) + number;
    List<String> versions = new ArrayList<>();
    int last = random.nextInt(5) == 0 ? 3 : 1;
    for (int version = 0; version < last; version++) {
      versions.add(document());
    }
    return new ManagedPolicy(name, PATHS.get(number % PATHS.size()), versions);
  }

  private String document() {
    AwsStyle style = new AwsStyle(service, random);
    List<String> statements = new ArrayList<>();
    if (number % 40 == 7) {
      statements.add(AwsStyle.allBut());
    }
    boolean full = random.nextInt(40) == 0;
    int most = full ? 60 : 1 + random.nextInt(8);
    int size = 200;
    for (int i = 0; i < most; i++) {
      String statement = style.statement(sid(i));
      size += statement.replaceAll("\\s", "").length() + 1;
      if (size > LARGEST) {
        break;
      }
      statements.add(statement);
    }
    return laidOut(statements.isEmpty() ? List.of(style.small()) : statements);
  }

  private String sid(int i) {
    return switch (number % 4) {
      case 0 -> "";
      case 1 -> "Statement" + i;
      case 2 -> "VisualEditor" + i;
      default -> i % 2 == 0 ? "Allow" + service.prefix().replace("-", "") + i : "";
    };
  }

  private String laidOut(List<String> statements) {
    boolean old = number % 50 == 49;
    String version = old ? "2008-10-17" : "2012-10-17";
    String text =
        statements.size() == 1 && random.nextBoolean()
            ? statements.get(0)
            : "[" + String.join(number % 3 == 0 ? "," : ",\n    ", statements) + "]";
    String all = old ? text.replaceAll(VARIABLE, "unit") : text;
    return switch (number % 3) {
      case 0 -> "{\"Version\":\"" + version + "\",\"Statement\":" + all + "}";
      case 1 -> "{\n  \"Version\": \"" + version + "\",\n  \"Statement\": " + all + "\n}\n";
      default -> "{\r\n\t\"Statement\" : " + all + ",\r\n\t\"Version\" : \"" + version + "\"\r\n}";
    };
  }
}
