package io.rolewright.parse.account;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.parse.policy.PolicyReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ScalarNode;

/** Reads the documents of an export: objects, JSON text, or URL-encoded JSON text. */
final class Documents {

  private final PolicyReader reader;

  Documents(Limits limits) {
    this.reader = new PolicyReader(limits);
  }

  PolicyDocument read(Node node, PolicyKind kind) {
    return reader.read(node.asScalar().map(Documents::decoded).orElse(node), kind);
  }

  private static Node decoded(ScalarNode scalar) {
    return PercentEncoding.isEncoded(scalar.text())
        ? ScalarNode.resolved(scalar.origin(), PercentEncoding.decode(scalar.characters()))
        : scalar;
  }
}
