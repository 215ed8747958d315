package io.rolewright.reason.law;

import io.rolewright.model.Condition;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A closed universe: all requests that can be made with the names and values of {@link Facets}. Of
 * keys that no policy reads one alternative stands for all.
 */
final class Coherent {

  static final String HOME = "111111111111";
  static final String AWAY = "222222222222";
  static final String ROLE = "arn:aws:iam::111111111111:role/team/Target";

  private static final Set<String> LISTS = Set.of("aws:tagkeys", "aws:principalorgpaths");

  private static final List<Caller> CALLERS =
      List.of(
          Caller.user(HOME, "dana"),
          Caller.user(HOME, "team/erin"),
          Caller.user(AWAY, "dana"),
          Caller.user("333333333333", "zoe"),
          Caller.roleSession(HOME, "team/Target", "dana"),
          Caller.roleSession(AWAY, "App", "i-1"),
          Caller.roleSession(HOME, "App", "zz"),
          Caller.roleSession("333333333333", "Other", "someone@corp"),
          Caller.service("ec2.amazonaws.com"),
          Caller.service("lambda.amazonaws.com"),
          Caller.federated(
              Caller.Kind.WEB_IDENTITY, "arn:aws:iam::" + HOME + ":oidc-provider/" + Facets.GITHUB),
          Caller.federated(Caller.Kind.WEB_IDENTITY, "accounts.google.com"),
          Caller.federated(Caller.Kind.SAML, "arn:aws:iam::" + HOME + ":saml-provider/Corp"),
          Caller.anonymous());

  private final List<String> actions;
  private final List<String> resources;
  private final Set<String> keys;

  /**
   * @param keys those that policies read, in lower case
   */
  Coherent(List<String> actions, List<String> resources, Set<String> keys) {
    this.actions = actions;
    this.resources = resources;
    this.keys = keys;
  }

  /** The callers of a kind. */
  static List<Caller> callers(Caller.Kind kind) {
    return CALLERS.stream().filter(caller -> caller.kind() == kind).toList();
  }

  /** The calls that a caller makes of a role. */
  static List<String> calls(Caller.Kind kind) {
    String call =
        switch (kind) {
          case WEB_IDENTITY -> "sts:AssumeRoleWithWebIdentity";
          case SAML -> "sts:AssumeRoleWithSAML";
          default -> "sts:AssumeRole";
        };
    return List.of(call, "sts:TagSession", "sts:SetSourceIdentity");
  }

  /** All requests of a caller, or {@code most} of them at random. */
  List<Request> requests(Caller caller, int most, Random random) {
    List<Request> requests = new ArrayList<>();
    for (String action : actions) {
      List<List<Map<String, List<String>>>> facets = facets(caller, action);
      int size = resources.size() * facets.stream().mapToInt(List::size).reduce(1, this::product);
      boolean all = size <= most / actions.size();
      int count = all ? size : most / actions.size();
      for (int i = 0; i < count; i++) {
        requests.add(request(caller, action, facets, all ? i : random.nextInt(size)));
      }
    }
    return requests;
  }

  private int product(int one, int other) {
    return (int) Math.min((long) one * other, 1 << 24);
  }

  private Request request(
      Caller caller, String action, List<List<Map<String, List<String>>>> facets, int number) {
    Context context = Context.EMPTY;
    String resource = resources.get(number % resources.size());
    int left = number / resources.size();
    for (List<Map<String, List<String>>> facet : facets) {
      for (Map.Entry<String, List<String>> key : facet.get(left % facet.size()).entrySet()) {
        context =
            LISTS.contains(key.getKey())
                ? context.withList(key.getKey(), key.getValue())
                : context.with(key.getKey(), key.getValue());
      }
      left /= facet.size();
    }
    return new Request(caller, action, resource, context);
  }

  private List<List<Map<String, List<String>>>> facets(Caller caller, String action) {
    List<List<Map<String, List<String>>>> read = new ArrayList<>();
    for (List<Map<String, List<String>>> facet : Facets.of(caller, action)) {
      Set<Map<String, List<String>>> alternatives = new LinkedHashSet<>();
      facet.forEach(alternative -> alternatives.add(read(alternative)));
      if (!alternatives.equals(Set.of(Map.of()))) {
        read.add(List.copyOf(alternatives));
      }
    }
    return read;
  }

  private Map<String, List<String>> read(Map<String, List<String>> alternative) {
    Map<String, List<String>> left = new LinkedHashMap<>(alternative);
    left.keySet().retainAll(keys);
    return left;
  }

  /** The keys that policies read, in lower case. */
  static Set<String> keys(Collection<PolicyDocument> policies) {
    Set<String> keys = new TreeSet<>();
    for (PolicyDocument policy : policies) {
      for (Statement statement : policy.statements()) {
        for (Condition condition : statement.conditions()) {
          keys.add(condition.keyName().toLowerCase(Locale.ROOT));
          condition.values().forEach(text -> addVariables(text, keys));
        }
        statement.resource().patterns().forEach(text -> addVariables(text, keys));
      }
    }
    return keys;
  }

  private static void addVariables(Text text, Set<String> keys) {
    for (TextPart.Variable variable : text.variables()) {
      keys.add(variable.key().toLowerCase(Locale.ROOT));
    }
  }
}
