package io.rolewright.rule.word;

import io.rolewright.model.ActionElement;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.property.Judged;
import io.rolewright.reason.property.Outcome;
import io.rolewright.reason.property.Population;
import io.rolewright.reason.property.Properties;
import io.rolewright.rule.Estate;
import io.rolewright.rule.PolicyInPlace;
import io.rolewright.rule.lang.Answer;
import io.rolewright.simulate.PolicyScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The statements that a policy can do without. Law: an Allow is redundant if the policy decides
 * every request the same without it; a Deny is if the other Denies speak of all that it speaks of.
 * A Deny is never held against the Allows of its own policy: it also takes back what other policies
 * of the same holder allow.
 */
final class Redundancy {

  private final PolicyInPlace policy;

  Redundancy(PolicyInPlace policy) {
    this.policy = policy;
  }

  /** Statements that may go all at once; of two that say the same, the later. */
  List<Statement> statements() {
    PolicyDocument left = policy.document();
    List<Statement> redundant = new ArrayList<>();
    List<Statement> written = left.statements();
    for (int i = written.size() - 1; i >= 0; i--) {
      Statement statement = written.get(i);
      if (mayBe(statement, left) && isProved(outcome(statement, left))) {
        redundant.add(0, statement);
        left = without(left, statement);
      }
    }
    return redundant;
  }

  /** Whether the policy as written can do without a statement. */
  Answer of(Statement statement) {
    return outcome(statement, policy.document())
        .match(
            new Outcome.Cases<>(
                possible -> new Answer.No(),
                impossible -> Answer.yes(List.of()),
                undecided -> new Answer.Open(undecided.reason())));
  }

  private Outcome outcome(Statement statement, PolicyDocument from) {
    PolicyDocument compared = statement.isDeny() ? deniesAsAllows(from, statement) : from;
    Statement asked = statement.isDeny() ? compared.statements().get(0) : statement;
    return Properties.among(requests()).redundant(compared, asked, this::judged);
  }

  /** What the Denies speak of, the one in question first. */
  private static PolicyDocument deniesAsAllows(PolicyDocument from, Statement first) {
    List<Statement> denies = new ArrayList<>();
    denies.add(Effects.allowing(first));
    for (Statement each : from.statements()) {
      if (each.isDeny() && each != first) {
        denies.add(Effects.allowing(each));
      }
    }
    return from.with(denies);
  }

  private Judged judged(PolicyDocument document) {
    PolicyScope scope =
        policy.kind() == PolicyKind.TRUST
            ? PolicyScope.TRUST
            : policy.kind().isPrincipalFree() ? PolicyScope.CALLER : PolicyScope.RESOURCE;
    return Judged.policy(document, scope, owner());
  }

  private String owner() {
    return policy.account().orElse(Estate.UNNAMED_ACCOUNT);
  }

  private List<Requests> requests() {
    List<Requests> all = new ArrayList<>();
    for (String partition : partitions()) {
      String role = "arn:" + partition + ":iam::" + owner() + ":role/role";
      all.addAll(
          policy.kind() == PolicyKind.TRUST
              ? Population.assuming(role, owner(), partition)
              : Population.of(policy.kind(), owner(), partition));
    }
    return all;
  }

  /** Those that the policy's ARNs name, and the ordinary one where there are none. */
  private Set<String> partitions() {
    Set<String> partitions = new TreeSet<>();
    for (Statement statement : policy.document().statements()) {
      statement.principal().patterns().forEach(p -> addPartition(p.text(), partitions));
      statement.resource().patterns().forEach(r -> addPartition(r, partitions));
      statement.conditions().forEach(c -> c.values().forEach(v -> addPartition(v, partitions)));
    }
    return partitions.isEmpty() ? Set.of("aws") : partitions;
  }

  private static void addPartition(Text text, Set<String> partitions) {
    String shown = text.shown();
    int end = shown.indexOf(':', 4);
    if (shown.startsWith("arn:aws") && end > 0 && shown.substring(4, end).matches("[a-z-]+")) {
      partitions.add(shown.substring(4, end));
    }
  }

  private static PolicyDocument without(PolicyDocument document, Statement gone) {
    return document.with(document.statements().stream().filter(s -> s != gone).toList());
  }

  private static boolean isProved(Outcome outcome) {
    return outcome.match(new Outcome.Cases<>(p -> false, i -> true, u -> false));
  }

  /** Spares the reasoner: whether others speak of every action that a statement names. */
  private static boolean mayBe(Statement statement, PolicyDocument document) {
    List<Statement> others =
        document.statements().stream()
            .filter(s -> s != statement && (statement.isAllow() || s.isDeny()))
            .toList();
    return statement.action().patterns().stream()
        .allMatch(action -> others.stream().anyMatch(other -> maySpeakOf(other, action)));
  }

  private static boolean maySpeakOf(Statement other, Text action) {
    return !(other.action() instanceof ActionElement.Listed listed)
        || listed.patterns().stream().anyMatch(pattern -> mayMeet(pattern, action));
  }

  /** Two patterns meet only if the letters before their first wildcards agree. */
  private static boolean mayMeet(Text one, Text other) {
    String a = beginning(one);
    String b = beginning(other);
    return a.startsWith(b) || b.startsWith(a);
  }

  private static String beginning(Text pattern) {
    if (pattern.hasUnknown()) {
      return "";
    }
    String shown = pattern.shown().toLowerCase(Locale.ROOT);
    int end = 0;
    while (end < shown.length() && "*?".indexOf(shown.charAt(end)) < 0) {
      end++;
    }
    return shown.substring(0, end);
  }
}
