package io.rolewright.simulate.sts;

import io.rolewright.simulate.NamedPolicy;
import io.rolewright.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One call to STS as a caller sends it.
 *
 * @param at the whole call
 * @param parameters what was passed, in written order; of a parameter that takes one value one. The
 *     text of {@code Policy} is among them so that its length can be checked
 * @param tags session tags: for federated calls those that the token or assertion carries
 * @param policy the inline session policy, read
 * @param managedPolicies the documents behind {@code PolicyArns}; where one is not at hand, a
 *     document that says nothing certain
 * @param tokenRoles the roles that a token or assertion is good for, by ARN; absent where it names
 *     none, and then it is good for all (R3.10)
 */
public record StsCall(
    Operation operation,
    Origin at,
    Map<Parameter, List<Given>> parameters,
    List<Tag> tags,
    Optional<NamedPolicy> policy,
    List<NamedPolicy> managedPolicies,
    Optional<List<Given>> tokenRoles) {

  public StsCall {
    parameters = Map.copyOf(parameters);
    tags = List.copyOf(tags);
    managedPolicies = List.copyOf(managedPolicies);
    tokenRoles = tokenRoles.map(List::copyOf);
  }

  /** A call whose token, if it has one, is good for all roles. */
  public StsCall(
      Operation operation,
      Origin at,
      Map<Parameter, List<Given>> parameters,
      List<Tag> tags,
      Optional<NamedPolicy> policy,
      List<NamedPolicy> managedPolicies) {
    this(operation, at, parameters, tags, policy, managedPolicies, Optional.empty());
  }

  /** A call without parameters. */
  public static StsCall of(Operation operation, Origin at) {
    return new StsCall(operation, at, Map.of(), List.of(), Optional.empty(), List.of());
  }

  /** The values of a parameter; none where it was not passed. */
  public List<Given> all(Parameter parameter) {
    return parameters.getOrDefault(parameter, List.of());
  }

  /** The value of a parameter. */
  public Optional<Given> one(Parameter parameter) {
    return all(parameter).stream().findFirst();
  }

  /** The text of a parameter. */
  public Optional<String> text(Parameter parameter) {
    return one(parameter).map(Given::value);
  }
}
