package io.rolewright.reason.property;

import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Requests that can be made, all there are of a small stock of names and values: the keys of each
 * are such as AWS sends together.
 */
final class Universe {

  static final String HOME = "111111111111";
  static final String AWAY = "222222222222";
  private static final String OIDC =
      "arn:aws:iam::111111111111:oidc-provider/token.actions.githubusercontent.com";

  private static final List<Caller> CALLERS =
      List.of(
          Caller.user(HOME, "dana"),
          Caller.user(HOME, "team/erin"),
          Caller.user(AWAY, "dana"),
          Caller.roleSession(HOME, "team/Target", "dana"),
          Caller.roleSession(HOME, "App", "i-1"),
          Caller.roleSession(AWAY, "App", "i-1"),
          Caller.roleSession("333333333333", "Other", "zz"),
          Caller.service("ec2.amazonaws.com"),
          Caller.service("lambda.amazonaws.com"),
          Caller.federated(Caller.Kind.WEB_IDENTITY, OIDC),
          Caller.federated(Caller.Kind.WEB_IDENTITY, "accounts.google.com"),
          Caller.federated(Caller.Kind.SAML, "arn:aws:iam::111111111111:saml-provider/Corp"));

  private Universe() {}

  /** The callers of kinds that a question is about. */
  static List<Caller> callers(Set<Caller.Kind> kinds) {
    return CALLERS.stream().filter(caller -> kinds.contains(caller.kind())).toList();
  }

  /** Every request with these keys and no others. */
  static List<Request> requests(
      Caller caller, List<String> actions, List<String> resources, Set<String> keys) {
    List<Context> contexts = new ArrayList<>(List.of(Context.EMPTY));
    for (String key : keys) {
      List<Context> more = new ArrayList<>();
      for (Context context : contexts) {
        for (List<String> values : values(key, caller)) {
          boolean list = key.equals("aws:tagkeys");
          more.add(list ? context.withList(key, values) : context.with(key, values));
        }
      }
      contexts = more;
    }
    List<Request> requests = new ArrayList<>();
    for (Context context : contexts) {
      for (String action : actions) {
        resources.forEach(r -> requests.add(new Request(caller, action, r, context)));
      }
    }
    return requests;
  }

  /** What a key can be in a request of the caller; an empty list is its absence. */
  private static List<List<String>> values(String key, Caller caller) {
    boolean user = caller.kind() == Caller.Kind.USER;
    return switch (key.toLowerCase(Locale.ROOT)) {
      case "aws:principaltag/team" ->
          caller.account().isPresent()
              ? List.of(List.of(), List.of("dana"), List.of("blue"), List.of("*"))
              : List.of(List.of());
      case "aws:username" ->
          user
              ? List.of(List.of(caller.arn().orElseThrow().replaceAll("^.*/", "")))
              : List.of(List.of());
      case "aws:principalarn" -> List.of(caller.roleArn().or(caller::arn).stream().toList());
      case "aws:multifactorauthpresent" ->
          user
              ? List.of(List.of(), List.of("true"), List.of("false"))
              : caller.account().isPresent()
                  ? List.of(List.of(), List.of("false"))
                  : List.of(List.of());
      case "aws:tagkeys" -> List.of(List.of(), List.of("dana"), List.of("team", "blue"));
      case "aws:sourceip" ->
          List.of(List.of("10.1.2.3"), List.of("203.0.113.9"), List.of("2001:db8::1"), List.of());
      case "aws:currenttime" ->
          List.of(List.of("2019-05-05T00:00:00Z"), List.of("2030-01-01T00:00:00Z"));
      default -> throw new IllegalArgumentException(key);
    };
  }
}
