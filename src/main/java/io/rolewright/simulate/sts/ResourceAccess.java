package io.rolewright.simulate.sts;

import io.rolewright.catalog.AssumeAction;
import io.rolewright.model.PlainArn;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.simulate.Request;
import java.util.Optional;

/** A request made with credentials: its context, and the policies that speak to it. */
final class ResourceAccess {

  private final Credentials credentials;
  private final ResourceRequest asked;
  private final Surroundings surroundings;

  ResourceAccess(Credentials credentials, ResourceRequest asked, Surroundings surroundings) {
    this.credentials = credentials;
    this.asked = asked;
    this.surroundings = surroundings;
  }

  /** Keys that the question gives win over those that credentials and surroundings give. */
  Request request() {
    Context keys =
        CredentialKeys.of(credentials, credentials.mfa(), surroundings)
            .plus(ResourceKeys.of(owner(), surroundings))
            .plus(asked.context());
    return new Request(credentials.caller(), asked.action(), asked.resource(), keys);
  }

  PoliciesInForce policies() {
    return new CallPolicies(credentials, surroundings)
        .on(owner())
        .withResource(asked.resourcePolicy())
        .withMandatory(isMandatory());
  }

  /** Who owns the resource; where nobody says so, the caller's own account. */
  private Optional<String> owner() {
    return asked
        .resourceAccount()
        .or(() -> PlainArn.accountOf(asked.resource()))
        .or(() -> credentials.caller().account());
  }

  /** KMS keys and roles: what their policy does not allow nobody may do (R2.7, R2.10). */
  private boolean isMandatory() {
    Optional<PlainArn> arn = PlainArn.of(asked.resource());
    boolean key = arn.filter(a -> a.isOf("kms", "key/")).isPresent();
    boolean role = arn.filter(a -> a.isOf("iam", "role/")).isPresent();
    return key || (role && AssumeAction.of(asked.action()).isPresent());
  }
}
