package io.rolewright.simulate.sts;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The parameters of an operation. For federated calls those that the token or assertion carries
 * count too: session name, source identity and tags (R3.6, R3.8).
 *
 * @param tags whether session tags may be passed
 */
record Signature(Set<Parameter> parameters, boolean tags) {

  private static final Map<Operation, Signature> BY_OPERATION = table();

  private static Map<Operation, Signature> table() {
    Map<Operation, Signature> table = new EnumMap<>(Operation.class);
    roles(table);
    users(table);
    table.put(
        Operation.ASSUME_ROOT,
        new Signature(
            EnumSet.of(
                Parameter.DURATION_SECONDS, Parameter.TARGET_PRINCIPAL, Parameter.TASK_POLICY_ARN),
            false));
    return table;
  }

  private static void roles(Map<Operation, Signature> table) {
    EnumSet<Parameter> anyRole =
        EnumSet.of(
            Parameter.ROLE_ARN,
            Parameter.ROLE_SESSION_NAME,
            Parameter.DURATION_SECONDS,
            Parameter.POLICY,
            Parameter.POLICY_ARNS,
            Parameter.SOURCE_IDENTITY,
            Parameter.TRANSITIVE_TAG_KEYS);
    table.put(
        Operation.ASSUME_ROLE,
        tagged(
            anyRole,
            Parameter.EXTERNAL_ID,
            Parameter.SERIAL_NUMBER,
            Parameter.TOKEN_CODE,
            Parameter.PROVIDED_CONTEXTS));
    table.put(
        Operation.ASSUME_ROLE_WITH_SAML,
        tagged(anyRole, Parameter.PRINCIPAL_ARN, Parameter.SAML_ASSERTION));
    table.put(
        Operation.ASSUME_ROLE_WITH_WEB_IDENTITY,
        tagged(anyRole, Parameter.WEB_IDENTITY_TOKEN, Parameter.PROVIDER_ID));
  }

  private static void users(Map<Operation, Signature> table) {
    table.put(
        Operation.GET_FEDERATION_TOKEN,
        tagged(
            EnumSet.of(Parameter.NAME, Parameter.DURATION_SECONDS),
            Parameter.POLICY,
            Parameter.POLICY_ARNS));
    table.put(
        Operation.GET_SESSION_TOKEN,
        new Signature(
            EnumSet.of(Parameter.DURATION_SECONDS, Parameter.SERIAL_NUMBER, Parameter.TOKEN_CODE),
            false));
  }

  private static Signature tagged(EnumSet<Parameter> common, Parameter... more) {
    EnumSet<Parameter> all = EnumSet.copyOf(common);
    all.addAll(Set.of(more));
    return new Signature(all, true);
  }

  static Signature of(Operation operation) {
    return BY_OPERATION.get(operation);
  }

  boolean takes(Parameter parameter) {
    return parameters.contains(parameter);
  }
}
