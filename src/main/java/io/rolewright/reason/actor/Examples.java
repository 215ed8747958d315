package io.rolewright.reason.actor;

import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.reason.Instances;
import io.rolewright.reason.Strangers;
import io.rolewright.reason.encode.Callers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Texts that people take for what they are, to be shown where they fit: whoever reads of the role
 * {@code Deploy} of account 999999999999 need not wonder at a role {@code a}.
 */
final class Examples {

  private static final int DIGITS = 12;

  private Examples() {}

  /** For users and role sessions. */
  static Map<String, List<String>> of(Named named) {
    Map<String, List<String>> examples = new TreeMap<>();
    examples.put(Callers.ACCOUNT.name(), accounts(named));
    examples.put(Callers.NAME.name(), names(named));
    examples.put(Callers.USERNAME.name(), instances(named.of("aws:username")));
    examples.put("caller.id", List.of("AIDASTRANGERXAMPLE12", "AROASTRANGERXAMPLE12"));
    examples.put("aws:principalorgpaths", List.of(Strangers.ORGANIZATION + "/r-strg/ou-strg-1/"));
    examples.put("aws:sourcevpc", List.of("vpc-0strangerexample1"));
    examples.put("aws:sourcevpce", List.of("vpce-0strangerexample1"));
    return examples;
  }

  /** Of services that act for a resource. */
  static Map<String, List<String>> ofSources(String service, Named named) {
    int dot = service.indexOf('.');
    String name = dot < 0 ? service : service.substring(0, dot);
    List<String> arns = new ArrayList<>();
    arns.add("arn:aws:" + name + ":us-east-1:" + Strangers.ACCOUNT + ":stranger");
    for (Text text : named.of("aws:sourcearn")) {
      arns.add(filled(text.split(':', 6)));
    }
    return Map.of(
        "aws:sourcearn",
        arns,
        "aws:sourceorgpaths",
        List.of(Strangers.ORGANIZATION + "/r-strg/ou-strg-1/"));
  }

  /** Of services that act for whomever. */
  static Map<String, List<String>> ofSources(String service) {
    int dot = service.indexOf('.');
    String name = dot < 0 ? service : service.substring(0, dot);
    return Map.of(
        "aws:sourcearn",
        List.of("arn:aws:" + name + ":us-east-1:" + Strangers.ACCOUNT + ":" + Strangers.NAME));
  }

  private static String filled(List<Text> pieces) {
    StringBuilder arn = new StringBuilder();
    for (int i = 0; i < pieces.size(); i++) {
      String filler = i == 3 ? "us-east-1" : i == 4 ? Strangers.ACCOUNT : Strangers.NAME;
      arn.append(i == 0 ? "" : ":").append(Instances.of(pieces.get(i), filler, key -> "x"));
    }
    return arn.toString();
  }

  private static List<String> instances(List<Text> texts) {
    List<String> instances = new ArrayList<>();
    instances.add(Strangers.NAME);
    texts.forEach(text -> instances.add(Instances.of(text, Strangers.NAME, k -> Strangers.NAME)));
    return instances;
  }

  /** What stands behind {@code role/} or {@code user/} in ARNs that policies ask for. */
  private static List<String> names(Named named) {
    List<String> names = new ArrayList<>();
    for (String arn : instances(named.of("aws:principalarn"))) {
      int slash = arn.indexOf('/');
      names.add(slash < 0 || arn.indexOf(':') > slash ? arn : arn.substring(slash + 1));
    }
    return names;
  }

  private static List<String> accounts(Named named) {
    List<String> numbers = new ArrayList<>();
    numbers.add(Strangers.ACCOUNT);
    numbers.add("999999999998");
    named.of("aws:principalaccount").forEach(text -> addNumber(text, numbers));
    for (Text arn : named.of("aws:principalarn")) {
      List<Text> pieces = arn.split(':', 6);
      if (pieces.size() == 6) {
        addNumber(pieces.get(4), numbers);
      }
    }
    return numbers;
  }

  /** The first star makes up for the digits that are missing. */
  private static void addNumber(Text pattern, List<String> into) {
    int known = 0;
    for (TextPart part : pattern.parts()) {
      known +=
          part instanceof TextPart.AnyRun
              ? 0
              : part instanceof TextPart.AnyOne ? 1 : part.shown().length();
    }
    StringBuilder number = new StringBuilder();
    String missing = "9".repeat(Math.max(0, DIGITS - known));
    for (TextPart part : pattern.parts()) {
      if (part instanceof TextPart.AnyRun) {
        number.append(missing);
        missing = "";
      } else {
        number.append(part instanceof TextPart.AnyOne ? "9" : part.shown());
      }
    }
    if (number.length() == DIGITS) {
      into.add(number.toString());
    }
  }
}
