package io.rolewright.simulate.explain;

import io.rolewright.simulate.Layer;
import java.util.List;
import java.util.Locale;

/** Policies as sentences call them. */
final class PolicyNames {

  private final Subject subject;

  PolicyNames(Subject subject) {
    this.subject = subject;
  }

  /** The policy of the resource: {@code the trust policy of the role}. */
  String resource() {
    if (subject.isTrust()) {
      return "the trust policy";
    }
    return subject.request().action().toLowerCase(Locale.ROOT).startsWith("kms:")
        ? "the key policy"
        : "the policy of the resource";
  }

  /** All of a layer. */
  String layer(Layer layer) {
    return layer == Layer.RESOURCE ? resource() : layer.described();
  }

  /** Some policies of an organisation. */
  String policies(Layer layer, List<String> all) {
    String kind = layer == Layer.SCP ? "service control policy" : "resource control policy";
    return all.size() == 1 ? named(kind, all.get(0)) : layer.shown() + " " + Demand.quoted(all);
  }

  /** One policy: {@code identity policy `dev`}. */
  String policy(Cited cited) {
    String name = cited.policy().name();
    return switch (cited.layer()) {
      case SCP -> named("service control policy", name);
      case RCP -> named("resource control policy", name);
      case VPCE -> "the policy of the VPC endpoint";
      case RESOURCE -> resource();
      case IDENTITY -> named("identity policy", name);
      case BOUNDARY -> named("permissions boundary", name);
      case SESSION -> named("session policy", name);
    };
  }

  /** Some policies have no name but what they are. */
  static String named(String kind, String name) {
    return name.equals(kind) ? "the " + kind : kind + " `" + name + "`";
  }

  /** One statement: {@code statement `Dev` of identity policy `dev`}. */
  String statement(Cited cited) {
    return cited.statement().shown() + " of " + policy(cited);
  }

  /** What is asked for: {@code this role}, or {@code `arn`}. */
  String target() {
    if (subject.isTrust()) {
      return "this role";
    }
    String resource = subject.request().resource();
    return resource.equals("*") ? "every resource" : "`" + resource + "`";
  }
}
