package io.rolewright.rule.permission;

import io.rolewright.model.Arn;
import io.rolewright.model.Attachment;
import io.rolewright.model.Condition;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.reason.estate.Relevant;
import io.rolewright.rule.Estate;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.StatementMatch;
import io.rolewright.simulate.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the policies of a holder let it do, within its boundary, as far as the input tells (R2.12).
 *
 * <p>Conditions on the caller's surroundings (MFA, network, time) do not bound what can be done, so
 * an Allow under them counts; an Allow under other conditions counts only where they hold without
 * any key. A Deny counts only where it has no conditions. Both ways the answer speaks of some
 * request that goes through.
 */
public final class Permissions {

  private static final Set<String> SURROUNDINGS =
      Set.of(
          "aws:multifactorauthpresent",
          "aws:multifactorauthage",
          "aws:sourceip",
          "aws:sourcevpc",
          "aws:sourcevpce",
          "aws:vpcsourceip",
          "aws:securetransport",
          "aws:currenttime",
          "aws:epochtime",
          "aws:tokenissuetime",
          "aws:useragent",
          "aws:referer",
          "aws:principalorgid",
          "aws:principalorgpaths",
          "aws:principalaccount",
          "aws:principalarn",
          "aws:principaltype",
          "aws:requestedregion",
          "aws:viaawsservice",
          "aws:sourceidentity");

  private final List<PolicyDocument> policies;
  private final Optional<PolicyDocument> boundary;

  private Permissions(List<PolicyDocument> policies, Optional<PolicyDocument> boundary) {
    this.policies = policies;
    this.boundary = boundary;
  }

  /** The permissions of a role, inline and managed. */
  public static Permissions of(Role role) {
    return of(role.permissions(), role.boundary());
  }

  /** What attached policies allow within a boundary. */
  public static Permissions of(List<Attachment> attachments, Optional<Attachment> boundary) {
    List<PolicyDocument> documents = new ArrayList<>();
    attachments.forEach(attachment -> AwsManaged.document(attachment).ifPresent(documents::add));
    return new Permissions(documents, boundary.flatMap(AwsManaged::document));
  }

  /** What several policies allow together within a boundary. */
  static Permissions ofAll(List<PolicyDocument> policies, Optional<PolicyDocument> boundary) {
    return new Permissions(List.copyOf(policies), boundary);
  }

  /** What one policy allows within a boundary. */
  public static Permissions of(PolicyDocument policy, Optional<PolicyDocument> boundary) {
    return new Permissions(List.of(policy), boundary);
  }

  /** The accounts that resources name, so that a question can be asked about their roles. */
  Set<String> namedAccounts() {
    Set<String> accounts = new TreeSet<>();
    for (PolicyDocument policy : policies) {
      for (Statement statement : policy.statements()) {
        for (Text resource : statement.resource().patterns()) {
          Arn.of(resource)
              .map(Arn::account)
              .filter(account -> !account.hasWildcard())
              .flatMap(Text::plain)
              .filter(number -> !number.isEmpty())
              .ifPresent(accounts::add);
        }
      }
    }
    return accounts;
  }

  /** Whether some request for this action and resource goes through. */
  boolean allows(String action, String resource) {
    StatementMatch match = match(action, resource);
    Relevant relevant = new Relevant(action);
    return permitted(policies, relevant, match)
        && (boundary.isEmpty() || permitted(List.of(boundary.get()), relevant, match));
  }

  /** The statement that first allows it, for pointing at. */
  public Optional<Statement> allowing(String action, String resource) {
    StatementMatch match = match(action, resource);
    Relevant relevant = new Relevant(action);
    return policies.stream()
        .flatMap(p -> p.statements().stream())
        .filter(s -> s.isAllow() && relevant.maySpeak(s))
        .filter(s -> match.matchesPermission(freed(s)).isYes())
        .findFirst();
  }

  private static StatementMatch match(String action, String resource) {
    Caller caller = Caller.roleSession(Estate.UNNAMED_ACCOUNT, "x", "x");
    Request request = new Request(caller, action, resource, Context.EMPTY);
    return new StatementMatch(request, Estate.UNNAMED_ACCOUNT);
  }

  private static boolean permitted(
      List<PolicyDocument> documents, Relevant relevant, StatementMatch match) {
    Truth allow = Truth.NO;
    for (PolicyDocument document : documents) {
      for (Statement statement : document.statements()) {
        if (!relevant.maySpeak(statement)) {
          continue; // it costs much more to prepare it for the simulator, which would pass it over
        }
        if (statement.isAllow()) {
          allow = allow.or(match.matchesPermission(freed(statement)));
        } else if (denies(statement, match)) {
          return false;
        }
      }
    }
    return allow.isYes();
  }

  private static boolean denies(Statement statement, StatementMatch match) {
    return statement.isDeny()
        && statement.conditions().isEmpty()
        && !match.matchesPermission(statement).isNo();
  }

  /** Whether a condition narrows who asks, from where or when, and not what is done. */
  static boolean isOnSurroundings(Condition condition) {
    String key = condition.keyName();
    return SURROUNDINGS.contains(key) || key.startsWith("aws:principaltag/");
  }

  /** The statement without its conditions on the caller's surroundings. */
  private static Statement freed(Statement statement) {
    List<Condition> kept =
        statement.conditions().stream().filter(c -> !isOnSurroundings(c)).toList();
    return statement.with(kept);
  }
}
