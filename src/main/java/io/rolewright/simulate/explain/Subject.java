package io.rolewright.simulate.explain;

import io.rolewright.model.PlainArn;
import io.rolewright.model.Statement;
import io.rolewright.simulate.Decision;
import io.rolewright.simulate.Layer;
import io.rolewright.simulate.ReasonCode;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.Trace;
import io.rolewright.simulate.Trace.LayerTrace;
import io.rolewright.simulate.Trace.PolicyTrace;
import io.rolewright.simulate.Trace.StatementTrace;
import io.rolewright.simulate.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** What is to be explained: a request under policies, what was decided on it, and the trace. */
record Subject(Trial trial, Decision decision, Trace trace) {

  Request request() {
    return trial.request();
  }

  /** The trace of a layer that has a say; none of one that has not. */
  Optional<LayerTrace> layer(Layer layer) {
    return trace.layers().stream().filter(l -> l.layer() == layer && l.applies()).findFirst();
  }

  /** Whether a layer has a say and does not allow; without policies it may lack them. */
  boolean lacks(Layer layer) {
    boolean refuses = decision.reason().layer().filter(l -> l == layer).isPresent();
    boolean implicitly = refuses && !decision.reason().isExplicitDeny();
    return implicitly || layer(layer).filter(l -> !l.allows().isYes()).isPresent();
  }

  /** Of a layer with levels the names of the policies at the first level that does not allow. */
  List<String> lackingLevel(Layer layer) {
    TreeMap<Integer, Boolean> allows = new TreeMap<>();
    List<PolicyTrace> policies = layer(layer).map(LayerTrace::policies).orElse(List.of());
    for (PolicyTrace policy : policies) {
      boolean allowing =
          policy.statements().stream()
              .anyMatch(s -> s.statement().isAllow() && s.step().matched().isYes());
      allows.merge(policy.level(), allowing, Boolean::logicalOr);
    }
    int lacking =
        allows.entrySet().stream()
            .filter(e -> !e.getValue())
            .mapToInt(e -> e.getKey())
            .findFirst()
            .orElse(-1);
    return policies.stream().filter(p -> p.level() == lacking).map(p -> p.policy().name()).toList();
  }

  /**
   * The statements that decided, with their policies. Where nobody gets in without the resource's
   * policy, its statements are among them even if they only let the caller's own policies speak.
   */
  List<Cited> deciding() {
    List<Cited> cited = new ArrayList<>();
    for (Statement statement : decision.deciding()) {
      find(statement).ifPresent(cited::add);
    }
    if (decision.reason() == ReasonCode.ALLOW_ROOT) {
      cited.removeIf(c -> c.layer() == Layer.SESSION);
    }
    boolean trusts = cited.stream().anyMatch(c -> c.layer() == Layer.RESOURCE);
    if (decision.isAllowed() && trial.policies().mandatory() && !trusts) {
      cited.addAll(0, matching(Layer.RESOURCE, false));
    }
    return cited;
  }

  private Optional<Cited> find(Statement statement) {
    for (LayerTrace layer : trace.layers()) {
      for (PolicyTrace policy : layer.policies()) {
        for (StatementTrace one : policy.statements()) {
          if (one.statement() == statement) {
            return Optional.of(new Cited(layer.layer(), policy.policy(), statement));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Whether unknown pieces decide if a statement matches. */
  boolean isOpen(Cited cited) {
    return layer(cited.layer()).stream()
        .flatMap(layer -> layer.policies().stream())
        .flatMap(policy -> policy.statements().stream())
        .anyMatch(s -> s.statement() == cited.statement() && s.step().matched() == Truth.UNKNOWN);
  }

  /**
   * The statements of a layer that match, wholly or perhaps: those that allow or those that deny.
   */
  List<Cited> matching(Layer layer, boolean denying) {
    List<Cited> matching = new ArrayList<>();
    for (PolicyTrace policy : layer(layer).map(LayerTrace::policies).orElse(List.of())) {
      for (StatementTrace one : policy.statements()) {
        boolean wanted = denying ? one.statement().isDeny() : one.statement().isAllow();
        if (wanted && !one.step().matched().isNo()) {
          matching.add(new Cited(layer, policy.policy(), one.statement()));
        }
      }
    }
    return matching;
  }

  /** Every Deny statement that stands in the way. */
  List<Cited> denials() {
    List<Cited> denials = new ArrayList<>();
    for (Layer layer : Layer.values()) {
      denials.addAll(matching(layer, true));
    }
    return denials;
  }

  /** Whether caller and resource are of different partitions, which never trust each other. */
  boolean isCrossPartition() {
    Optional<String> own = request().principal().partition();
    Optional<String> other = PlainArn.of(request().resource()).map(PlainArn::partition);
    return own.isPresent() && other.isPresent() && !own.equals(other);
  }

  /** Whether the request is about the STS call on a role, which its trust policy decides. */
  boolean isTrust() {
    return trial.policies().mandatory()
        && request().action().startsWith("sts:")
        && request().resource().contains(":role/");
  }

  /** Whether caller and resource belong to different accounts. */
  boolean isCrossAccount() {
    Optional<String> caller = request().principal().account();
    Optional<String> owner =
        trial.policies().resourceAccount().or(() -> PlainArn.accountOf(request().resource()));
    return caller.isPresent() && owner.isPresent() && !caller.equals(owner);
  }
}
