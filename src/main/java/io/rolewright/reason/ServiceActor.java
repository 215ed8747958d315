package io.rolewright.reason;

import io.rolewright.model.Text;
import io.rolewright.simulate.Caller;
import java.util.ArrayList;
import java.util.List;

/**
 * An AWS service that acts for a stranger's resource: the confused deputy. AWS names that resource,
 * its account and organisation in the request, if the service sends these keys at all (R5.14).
 */
final class ServiceActor implements Actor {

  private final String service;

  ServiceActor(String service) {
    this.service = service;
  }

  @Override
  public List<String> actions() {
    return List.of("sts:AssumeRole");
  }

  @Override
  public List<Caller> callers(Mentions mentions) {
    return List.of(Caller.service(service));
  }

  @Override
  public List<List<String>> values(String key, Caller caller, List<Text> mentioned) {
    return switch (key) {
      case "aws:sourceaccount" -> List.of(List.of(Strangers.ACCOUNT), List.of());
      case "aws:sourcearn" -> sourceArns(mentioned);
      case "aws:sourceorgid" -> one(Strangers.ORGANIZATION);
      case "aws:sourceorgpaths" -> one(Strangers.ORGANIZATION + "/r-strg/ou-strg-example1/");
      case "aws:principalisawsservice" -> one("true");
      case "aws:principalservicename" -> one(service);
      case "aws:principalservicenameslist" -> one(service);
      case "aws:viaawsservice" -> one("false");
      case "aws:securetransport" -> one("true");
      case "aws:currenttime", "aws:epochtime" -> Times.around(mentioned);
      case "sts:rolesessionname" -> Choices.of(mentioned, false, k -> "x");
      case "aws:requestedregion", "aws:useragent" -> Choices.of(mentioned, true, k -> "x");
      default -> tag(key) ? Choices.of(mentioned, true, k -> "x") : List.of(List.of());
    };
  }

  private static boolean tag(String key) {
    return key.startsWith("aws:requesttag/")
        || key.startsWith("aws:resourcetag/")
        || key.startsWith("iam:resourcetag/");
  }

  /** A resource of the stranger's, also one whose name fits what the policy asks. */
  private List<List<String>> sourceArns(List<Text> mentioned) {
    String name = service.substring(0, service.indexOf('.') < 0 ? 0 : service.indexOf('.'));
    List<List<String>> arns = new ArrayList<>();
    arns.add(List.of("arn:aws:" + name + ":us-east-1:" + Strangers.ACCOUNT + ":stranger"));
    for (Text text : mentioned) {
      List<Text> pieces = text.split(':', 6);
      if (pieces.size() == 6 && pieces.get(4).hasWildcard()) {
        arns.add(List.of(instance(pieces)));
      } else if (pieces.size() != 6 && text.hasWildcard()) {
        arns.add(List.of(Instances.of(text, Strangers.ACCOUNT, k -> "x")));
      }
    }
    return arns;
  }

  private static String instance(List<Text> pieces) {
    StringBuilder arn = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      String filler =
          switch (i) {
            case 3 -> "us-east-1";
            case 4 -> Strangers.ACCOUNT;
            default -> "x";
          };
      arn.append(i == 0 ? "" : ":").append(Instances.of(pieces.get(i), filler, k -> "x"));
    }
    return arn.toString();
  }

  private static List<List<String>> one(String value) {
    return List.of(List.of(value));
  }
}
