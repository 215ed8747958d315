package io.rolewright.simulate.law;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.policy.PolicyReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Authorization;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.Uncertainty;
import io.rolewright.source.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A request and all policies in force as plain JSON trees (maps, lists, strings), before anything
 * of the tool has looked at them.
 *
 * @param context a key's values; a string is single, a list is a list
 * @param optionB the uncertain items of which option B is taken
 */
public record World(
    Caller caller,
    String action,
    String resource,
    Map<String, Object> context,
    Layers layers,
    Terms terms,
    Set<Uncertainty> optionB) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The policies of each layer; what is absent was not given. */
  public record Layers(
      List<Map<String, Object>> identity,
      Optional<Map<String, Object>> boundary,
      Optional<List<Map<String, Object>>> session,
      Optional<Map<String, Object>> resource,
      Optional<List<List<Map<String, Object>>>> scps,
      Optional<List<List<Map<String, Object>>>> rcps,
      Optional<Map<String, Object>> vpce) {

    public Layers withIdentity(List<Map<String, Object>> policies) {
      return new Layers(policies, boundary, session, resource, scps, rcps, vpce);
    }

    public Layers withBoundary(Optional<Map<String, Object>> policy) {
      return new Layers(identity, policy, session, resource, scps, rcps, vpce);
    }

    public Layers withSession(Optional<List<Map<String, Object>>> policies) {
      return new Layers(identity, boundary, policies, resource, scps, rcps, vpce);
    }

    public Layers withResource(Optional<Map<String, Object>> policy) {
      return new Layers(identity, boundary, session, policy, scps, rcps, vpce);
    }

    public Layers withScps(Optional<List<List<Map<String, Object>>>> levels) {
      return new Layers(identity, boundary, session, resource, levels, rcps, vpce);
    }

    public Layers withRcps(Optional<List<List<Map<String, Object>>>> levels) {
      return new Layers(identity, boundary, session, resource, scps, levels, vpce);
    }

    public Layers withVpce(Optional<Map<String, Object>> policy) {
      return new Layers(identity, boundary, session, resource, scps, rcps, policy);
    }

    /** Every policy replaced. */
    public Layers map(UnaryOperator<Map<String, Object>> change) {
      return new Layers(
          all(identity, change),
          boundary.map(change),
          session.map(list -> all(list, change)),
          resource.map(change),
          scps.map(levels -> levels.stream().map(list -> all(list, change)).toList()),
          rcps.map(levels -> levels.stream().map(list -> all(list, change)).toList()),
          vpce.map(change));
    }

    private static List<Map<String, Object>> all(
        List<Map<String, Object>> policies, UnaryOperator<Map<String, Object>> change) {
      return policies.stream().map(change).toList();
    }
  }

  /** What else decides which layers apply. */
  public record Terms(
      boolean mandatory,
      Optional<String> resourceAccount,
      boolean serviceLinkedRole,
      boolean callerInManagementAccount,
      boolean resourceInManagementAccount) {}

  public World with(Layers others) {
    return new World(caller, action, resource, context, others, terms, optionB);
  }

  public World with(Map<String, Object> others) {
    return new World(caller, action, resource, others, layers, terms, optionB);
  }

  /** The same with a resource that belongs to this account. */
  public World ownedBy(String account) {
    Terms owned =
        new Terms(
            terms.mandatory,
            Optional.of(account),
            terms.serviceLinkedRole,
            terms.callerInManagementAccount,
            terms.resourceInManagementAccount);
    return new World(caller, action, resource, context, layers, owned, optionB);
  }

  public World withAction(String other) {
    return new World(caller, other, resource, context, layers, terms, optionB);
  }

  /** What the tool decides. */
  public Decision decide() {
    return authorization().decide(request());
  }

  /** What the tool decides, with every step. */
  public Decision explain() {
    return authorization().explain(request());
  }

  public Authorization authorization() {
    return Authorization.of(inForce(), assumptions());
  }

  public Assumptions assumptions() {
    Assumptions assumptions = Assumptions.DEFAULT;
    for (Uncertainty item : optionB) {
      assumptions = assumptions.with(item);
    }
    return assumptions;
  }

  public Request request() {
    Context keys = Context.EMPTY;
    for (Map.Entry<String, Object> key : context.entrySet()) {
      keys =
          key.getValue() instanceof String value
              ? keys.with(key.getKey(), value)
              : keys.withList(key.getKey(), strings(key.getValue()));
    }
    return new Request(caller, action, resource, keys);
  }

  private static List<String> strings(Object list) {
    return ((List<?>) list).stream().map(String.class::cast).toList();
  }

  public PoliciesInForce inForce() {
    PolicyKind resourceKind = terms.mandatory ? PolicyKind.TRUST : PolicyKind.RESOURCE;
    return PoliciesInForce.NONE
        .withIdentity(read(layers.identity, PolicyKind.IDENTITY))
        .withBoundary(layers.boundary.map(p -> read(p, PolicyKind.BOUNDARY)))
        .withSession(layers.session.map(list -> read(list, PolicyKind.SESSION)))
        .withResource(layers.resource.map(p -> read(p, resourceKind)))
        .withMandatory(terms.mandatory)
        .withResourceAccount(terms.resourceAccount)
        .withOrganisation(
            layers.scps.map(levels -> levels(levels, PolicyKind.SCP)),
            layers.rcps.map(levels -> levels(levels, PolicyKind.RCP)))
        .withVpcEndpoint(layers.vpce.map(p -> read(p, PolicyKind.RESOURCE)))
        .withStanding(
            new PoliciesInForce.Standing(
                terms.serviceLinkedRole,
                terms.callerInManagementAccount,
                terms.resourceInManagementAccount));
  }

  private static List<List<NamedPolicy>> levels(
      List<List<Map<String, Object>>> levels, PolicyKind kind) {
    return levels.stream().map(list -> read(list, kind)).toList();
  }

  private static List<NamedPolicy> read(List<Map<String, Object>> policies, PolicyKind kind) {
    return policies.stream().map(policy -> read(policy, kind)).toList();
  }

  /** A policy tree as the tool reads it: through its text. */
  public static NamedPolicy read(Map<String, Object> policy, PolicyKind kind) {
    try {
      return new NamedPolicy(kind.shown(), document(JSON.writeValueAsString(policy), kind));
    } catch (JsonProcessingException notWritable) {
      throw new AssertionError(notWritable);
    }
  }

  public static PolicyDocument document(String text, PolicyKind kind) {
    SourceFile file = SourceFile.of("policy.json", text);
    return new PolicyReader(Limits.DEFAULT)
        .read(JsonReader.read(file, Limits.DEFAULT).roots().get(0), kind);
  }
}
