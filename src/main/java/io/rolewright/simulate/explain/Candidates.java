package io.rolewright.simulate.explain;

import io.rolewright.model.Condition;
import io.rolewright.simulate.Layer;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.Trace.LayerTrace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Changes worth trying, the likeliest first. Which of them help is found out by trying. */
final class Candidates {

  private static final int MOST_SENDS = 12;
  private static final int MOST_MISSES = 3;
  private static final String UNCONDITIONALLY = ", without the conditions that fail here";

  /** Where grants are thought of, the caller's own side first. */
  private static final List<Layer> GRANTING =
      List.of(
          Layer.IDENTITY,
          Layer.RESOURCE,
          Layer.BOUNDARY,
          Layer.SESSION,
          Layer.SCP,
          Layer.RCP,
          Layer.VPCE);

  private final Subject subject;

  Candidates(Subject subject) {
    this.subject = subject;
  }

  /** Other requests: what near misses demand, and what would escape Deny statements. */
  List<Change.Send> sends() {
    Set<Change.Send> sends = new LinkedHashSet<>();
    Wishes wishes = new Wishes(subject.request());
    for (Cited denial : subject.denials()) {
      for (Condition condition : denial.statement().conditions()) {
        sends.addAll(wishes.of(condition, false));
      }
    }
    for (Layer layer : Layer.values()) {
      if (subject.lacks(layer)) {
        NearMisses.of(subject, layer).stream()
            .limit(MOST_MISSES)
            .flatMap(miss -> miss.failures().stream())
            .flatMap(failure -> failure.condition().stream())
            .forEach(test -> sends.addAll(wishes.of(test, true)));
      }
    }
    return sends.stream().limit(MOST_SENDS).toList();
  }

  /** Statements to add in the layers that lack one, for the request and what it needs besides. */
  List<Change.Grant> grants(List<Change.Send> sends) {
    List<Change.Grant> grants = new ArrayList<>();
    for (Layer layer : GRANTING) {
      if (subject.lacks(layer) && canGrant(layer)) {
        Change.Grant grant = grant(layer, subject.request().action());
        grants.add(
            isRefusedByConditions(layer)
                ? new Change.Grant(
                    layer, grant.action(), grant.resource(), grant.words() + UNCONDITIONALLY)
                : grant);
      }
    }
    for (String action : Needs.onceSent(subject.trial(), sends)) {
      grants.add(grant(Layer.RESOURCE, action));
      grants.add(grant(Layer.IDENTITY, action));
    }
    return grants;
  }

  /** Whether a statement there allows all of it but for its conditions. */
  private boolean isRefusedByConditions(Layer layer) {
    return NearMisses.of(subject, layer).stream()
        .anyMatch(m -> m.failures().stream().allMatch(f -> f.condition().isPresent()));
  }

  /** A layer without policies needs none, but for callers and resources themselves. */
  private boolean canGrant(Layer layer) {
    return switch (layer) {
      case IDENTITY -> subject.request().principal().account().isPresent();
      case RESOURCE, SESSION -> true;
      default -> subject.layer(layer).filter(LayerTrace::present).isPresent();
    };
  }

  private Change.Grant grant(Layer layer, String action) {
    Request request = subject.request();
    return new Change.Grant(layer, action, request.resource(), words(layer, action));
  }

  private String words(Layer layer, String action) {
    PolicyNames names = new PolicyNames(subject);
    String what = "allow `" + action + "`";
    String resource = subject.request().resource();
    String on = resource.equals("*") ? "" : " on `" + resource + "`";
    return switch (layer) {
      case RESOURCE ->
          what
              + " for "
              + NamedCaller.shown(subject.request().principal())
              + " in "
              + names.resource();
      case IDENTITY -> what + on + " in an identity policy of the caller";
      case SESSION -> what + on + " in " + session();
      case BOUNDARY -> what + on + " in " + boundary();
      case VPCE ->
          what
              + (NamedCaller.isUnsigned(subject.request().principal()) ? " for everyone" : "")
              + on
              + " in "
              + names.layer(layer);
      case SCP, RCP -> what + on + " in the " + layer.shown() + beside(layer);
    };
  }

  private String boundary() {
    return subject
        .trial()
        .policies()
        .boundary()
        .map(b -> PolicyNames.named("permissions boundary", b.name()))
        .orElse("a permissions boundary");
  }

  private String session() {
    return subject
        .trial()
        .policies()
        .session()
        .filter(all -> all.size() == 1)
        .map(all -> PolicyNames.named("session policy", all.get(0).name()))
        .orElse("a session policy");
  }

  private String beside(Layer layer) {
    List<String> level = subject.lackingLevel(layer);
    return level.isEmpty() ? "" : " beside " + Demand.quoted(level);
  }
}
