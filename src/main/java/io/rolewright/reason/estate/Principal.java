package io.rolewright.reason.estate;

import io.rolewright.model.PolicyDocument;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A user or role with all that the input says of its permissions. Equal only to itself, since an
 * input may hold two of one ARN.
 *
 * @param name the name without the path, as people read it
 * @param arn made of account, path and name, of which pieces may be open in a template
 * @param account twelve digits
 * @param identity its own policies and those of its groups
 * @param boundary its permissions boundary, if its text is known
 * @param trust of a role
 * @param complete whether this is all that the principal has
 * @param world as in {@link io.rolewright.model.Role#world()}
 */
public record Principal(
    Caller.Kind kind,
    String name,
    String arn,
    String account,
    List<NamedPolicy> identity,
    Optional<NamedPolicy> boundary,
    Optional<PolicyDocument> trust,
    Map<String, String> tags,
    boolean complete,
    String world,
    Origin origin) {

  /** What a session is called if nothing depends on it. */
  static final String SESSION = "session";

  public Principal {
    identity = List.copyOf(identity);
    tags = Map.copyOf(tags);
  }

  /** Whether others can become this one. */
  public boolean isRole() {
    return kind == Caller.Kind.ROLE_SESSION;
  }

  /** The ARN's partition. */
  public String partition() {
    return arn.split(":", 3)[1];
  }

  /** Path and name. */
  String pathAndName() {
    return arn.substring(arn.indexOf('/') + 1);
  }

  /** As a caller; a role under a session of this name. */
  Caller caller(String session) {
    if (isRole()) {
      String of = "arn:" + partition() + ":sts::" + account + ":assumed-role/";
      return new Caller(
          kind,
          Optional.of(of + name + "/" + session),
          Optional.of(arn),
          Optional.empty(),
          Optional.of(account),
          Optional.empty());
    }
    return new Caller(
        kind,
        Optional.of(arn),
        Optional.empty(),
        Optional.empty(),
        Optional.of(account),
        Optional.empty());
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  @Override
  public String toString() {
    return arn;
  }
}
