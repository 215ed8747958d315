package io.rolewright.simulate.law;

import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Caller.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A second evaluator, written straight from sections 1 and 2 of the semantics (the pseudo-code is
 * 2.5) on JSON trees. It is slow, knows nothing of unknown pieces and shares no code with the tool.
 */
final class Naive {

  private static final Set<String> SERVICES_WITH_RCPS = Set.of("s3", "sts", "kms", "sqs");

  private final World world;
  private final Caller caller;
  private final String action;
  private final String resource;
  private final String owner;
  private final boolean trust;
  private final NaiveValues values;

  private Naive(World world) {
    this.world = world;
    this.caller = world.caller();
    this.action = world.action().toLowerCase(Locale.ROOT);
    this.resource = world.resource();
    this.trust = world.terms().mandatory() && action.startsWith("sts:");
    this.values = new NaiveValues(world.context(), world.optionB());
    String[] arn = resource.split(":", 6);
    String inArn = arn.length == 6 && !arn[4].isEmpty() ? arn[4] : account();
    this.owner = world.terms().resourceAccount().orElse(inArn);
  }

  /** The reason code, as R0.5 spells it. */
  static String decide(World world) {
    return new Naive(world).decide();
  }

  private String account() {
    return caller.account().orElse("");
  }

  private boolean is(Kind... kinds) {
    return List.of(kinds).contains(caller.kind());
  }

  private boolean b(String item) {
    return values.b(item);
  }

  private String decide() {
    if (action.equals("sts:assumerole") && is(Kind.ROOT, Kind.FEDERATED_USER)) {
      return "CALL_INVALID";
    }
    Map<String, List<List<Map<String, Object>>>> sets = applicable();
    for (Map.Entry<String, List<List<Map<String, Object>>>> set : sets.entrySet()) {
      if (set.getValue().stream().anyMatch(level -> says(set.getKey(), level, "Deny"))) {
        return "EXPLICIT_DENY_" + set.getKey();
      }
    }
    for (String set : List.of("RCP", "SCP", "VPCE")) {
      if (!allows(sets, set)) {
        return "IMPLICIT_DENY_" + set;
      }
    }
    return granted(sets);
  }

  private Map<String, List<List<Map<String, Object>>>> applicable() {
    World.Layers layers = world.layers();
    World.Terms terms = world.terms();
    boolean inAccount = caller.account().isPresent();
    Map<String, List<List<Map<String, Object>>>> sets = new LinkedHashMap<>();
    if (inAccount && !terms.callerInManagementAccount() && !terms.serviceLinkedRole()) {
      layers.scps().filter(levels -> !levels.isEmpty()).ifPresent(l -> sets.put("SCP", l));
    }
    if (!terms.resourceInManagementAccount()
        && !terms.serviceLinkedRole()
        && !(trust && resource.matches("arn:[^:]*:iam::[^:]*:role/aws-service-role/.*"))
        && !action.equals("kms:retiregrant")
        && SERVICES_WITH_RCPS.contains(action.split(":")[0])) {
      layers.rcps().filter(levels -> !levels.isEmpty()).ifPresent(l -> sets.put("RCP", l));
    }
    layers.vpce().ifPresent(policy -> sets.put("VPCE", List.of(List.of(policy))));
    layers.resource().ifPresent(policy -> sets.put("RESOURCE", List.of(List.of(policy))));
    if (inAccount) {
      sets.put("IDENTITY", List.of(layers.identity()));
      layers.boundary().ifPresent(policy -> sets.put("BOUNDARY", List.of(List.of(policy))));
      layers.session().ifPresent(list -> sets.put("SESSION", List.of(list)));
    }
    return sets;
  }

  /** What lies behind the explicit denies and the filters. */
  private String granted(Map<String, List<List<Map<String, Object>>>> sets) {
    Set<String> forms = forms();
    if (isOtherPartition()) {
      return "IMPLICIT_DENY_RESOURCE";
    }
    if (caller.account().isEmpty()) {
      return forms.isEmpty() ? "IMPLICIT_DENY_RESOURCE" : "ALLOW_RESOURCE";
    }
    if (!account().equals(owner)) {
      if (forms.isEmpty()) {
        return "IMPLICIT_DENY_RESOURCE";
      }
      return is(Kind.ROOT) ? "ALLOW_BOTH_SIDES" : ownSide(sets).orElse("ALLOW_BOTH_SIDES");
    }
    boolean mandatory = world.terms().mandatory();
    if (is(Kind.ROOT)) {
      boolean open = forms.contains("STAR") || forms.contains("ACCOUNT");
      return mandatory && !open ? "IMPLICIT_DENY_RESOURCE" : "ALLOW_ROOT";
    }
    if (is(Kind.ASSUMED_ROOT)) {
      return allows(sets, "SESSION") ? "ALLOW_ROOT" : "IMPLICIT_DENY_SESSION";
    }
    return sameAccount(sets, forms, mandatory);
  }

  private String sameAccount(
      Map<String, List<List<Map<String, Object>>>> sets, Set<String> forms, boolean mandatory) {
    boolean passing =
        Set.of("sts:tagsession", "sts:setsourceidentity", "sts:setcontext").contains(action);
    boolean starIsAccount = trust && b("U19");
    boolean starIsRole = !starIsAccount && is(Kind.ROLE_SESSION) && b("U18");
    Set<String> direct = new HashSet<>(Set.of("STAR", "STAR_WITH_ARN"));
    if (starIsAccount) {
      direct.clear();
    } else if (starIsRole) {
      direct.remove("STAR");
    }
    boolean star = forms.stream().anyMatch(direct::contains);
    direct.add(is(Kind.USER) ? "USER" : is(Kind.ROLE_SESSION) ? "SESSION" : "FED");
    if (forms.stream().anyMatch(direct::contains)) {
      if (passing && b("U21")) {
        return ownSide(sets).orElse("ALLOW_RESOURCE");
      }
      boolean bounded = trust && b("U20") && is(Kind.USER) && !star && !allows(sets, "BOUNDARY");
      return bounded ? "IMPLICIT_DENY_BOUNDARY" : "ALLOW_RESOURCE";
    }
    boolean indirect =
        is(Kind.ROLE_SESSION) && (forms.contains("ROLE") || starIsRole && forms.contains("STAR"))
            || is(Kind.FEDERATED_USER) && forms.contains("USER");
    boolean limits = allows(sets, "BOUNDARY") && allows(sets, "SESSION");
    if (indirect && limits) {
      return passing && b("U21") ? ownSide(sets).orElse("ALLOW_RESOURCE") : "ALLOW_RESOURCE";
    }
    if (indirect) {
      return allows(sets, "BOUNDARY") ? "IMPLICIT_DENY_SESSION" : "IMPLICIT_DENY_BOUNDARY";
    }
    boolean delegated =
        forms.contains("ACCOUNT")
            || starIsAccount && (forms.contains("STAR") || forms.contains("STAR_WITH_ARN"));
    if (mandatory && !delegated) {
      return "IMPLICIT_DENY_RESOURCE";
    }
    return ownSide(sets).orElse("ALLOW_IDENTITY");
  }

  /** The first of the caller's own layers that does not allow. */
  private Optional<String> ownSide(Map<String, List<List<Map<String, Object>>>> sets) {
    return List.of("IDENTITY", "BOUNDARY", "SESSION").stream()
        .filter(set -> !allows(sets, set))
        .findFirst()
        .map(set -> "IMPLICIT_DENY_" + set);
  }

  private boolean allows(Map<String, List<List<Map<String, Object>>>> sets, String set) {
    if (!sets.containsKey(set)) {
      return !(set.equals("SESSION") && is(Kind.FEDERATED_USER, Kind.ASSUMED_ROOT));
    }
    return sets.get(set).stream().allMatch(level -> says(set, level, "Allow"));
  }

  private boolean isOtherPartition() {
    String[] arn = resource.split(":", 6);
    Optional<String> own = caller.arn().map(text -> text.split(":")[1]);
    return arn.length == 6 && own.isPresent() && !own.get().equals(arn[1]);
  }

  private boolean says(String set, List<Map<String, Object>> policies, String effect) {
    for (Map<String, Object> policy : policies) {
      for (Map<String, Object> statement : statements(policy)) {
        if (statement.get("Effect").equals(effect)
            && !principals(set, statement).isEmpty()
            && rest(set, policy, statement)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The forms in which matching Allow statements of the resource policy name the caller. */
  private Set<String> forms() {
    Set<String> forms = new HashSet<>();
    for (Map<String, Object> policy : world.layers().resource().stream().toList()) {
      for (Map<String, Object> statement : statements(policy)) {
        if (statement.get("Effect").equals("Allow") && rest("RESOURCE", policy, statement)) {
          for (String form : principals("RESOURCE", statement)) {
            boolean withArn = form.equals("STAR") && values.demandsPrincipalArn(statement);
            forms.add(withArn ? "STAR_WITH_ARN" : form);
          }
        }
      }
    }
    if (is(Kind.ROOT) && forms.contains("STAR_WITH_ARN")) {
      forms.add("STAR");
    }
    return forms;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> statements(Map<String, Object> policy) {
    return (List<Map<String, Object>>) policy.get("Statement");
  }

  private Set<String> principals(String set, Map<String, Object> statement) {
    boolean caller = Set.of("SCP", "IDENTITY", "BOUNDARY", "SESSION").contains(set);
    return caller
        ? Set.of("ATTACHED")
        : new NaivePrincipals(world, set, trust, owner).forms(statement);
  }

  /** Action, resource and conditions. */
  private boolean rest(String set, Map<String, Object> policy, Map<String, Object> statement) {
    boolean variables = "2012-10-17".equals(policy.get("Version"));
    return action(statement)
        && (set.equals("RESOURCE") && trust || resource(statement, variables))
        && values.holds(statement.get("Condition"), variables);
  }

  private boolean action(Map<String, Object> statement) {
    boolean except = statement.containsKey("NotAction");
    List<String> patterns = strings(statement.get(except ? "NotAction" : "Action"));
    boolean any =
        patterns.stream()
            .anyMatch(p -> NaiveGlob.matches(NaiveGlob.of(p.toLowerCase(Locale.ROOT)), action));
    return !patterns.isEmpty() && any != except;
  }

  private boolean resource(Map<String, Object> statement, boolean variables) {
    boolean except = statement.containsKey("NotResource");
    List<String> patterns = strings(statement.get(except ? "NotResource" : "Resource"));
    boolean any = false;
    for (String pattern : patterns) {
      Optional<Boolean> one = values.resource(pattern, resource, variables);
      if (except && one.isEmpty() && b("U15")) {
        return false;
      }
      any |= one.orElse(false);
    }
    return !patterns.isEmpty() && any != except;
  }

  static List<String> strings(Object value) {
    List<String> strings = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(item -> strings.add((String) item));
    } else {
      strings.add((String) value);
    }
    return strings;
  }
}
