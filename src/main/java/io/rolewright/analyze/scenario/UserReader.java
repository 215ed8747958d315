package io.rolewright.analyze.scenario;

import io.rolewright.model.Attachment;
import io.rolewright.model.Identity;
import io.rolewright.model.PolicyKind;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.sts.Credentials;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads callers that are users, and the sessions that users get with GetFederationToken. */
final class UserReader {

  private final Directory directory;
  private final Policies policies;
  private final CredentialsReader credentials;
  private final Problems problems;
  private final ArnFields arns;

  UserReader(
      Directory directory, Policies policies, CredentialsReader credentials, Problems problems) {
    this.directory = directory;
    this.policies = policies;
    this.credentials = credentials;
    this.problems = problems;
    this.arns = new ArnFields(problems);
  }

  Optional<Credentials> user(Fields fields) {
    Optional<EntityArn> user = arns.user(fields, "user");
    if (user.isEmpty()) {
      return Optional.empty();
    }
    EntityArn arn = user.get();
    Caller caller =
        new Caller(
            Caller.Kind.USER,
            Optional.of(arn.toString()),
            Optional.empty(),
            Optional.empty(),
            Optional.of(arn.account()),
            Optional.empty());
    String id = fields.text("id").orElseGet(() -> MadeUp.id("AIDA", arn.name()));
    return Optional.of(credentials.own(fields, caller, id, holdings(fields, arn, "user")));
  }

  Optional<Credentials> federated(Fields fields) {
    Optional<EntityArn> session = arns.federatedUser(fields, "federated-user");
    Optional<EntityArn> user = arns.user(fields, "user");
    if (session.isEmpty() || (fields.has("user") && user.isEmpty())) {
      return Optional.empty();
    }
    EntityArn arn = session.get();
    if (user.isPresent() && !isOfAccount(fields, user.get(), arn.account())) {
      return Optional.empty();
    }
    Caller caller =
        new Caller(
            Caller.Kind.FEDERATED_USER,
            Optional.of(arn.toString()),
            Optional.empty(),
            user.map(EntityArn::toString),
            Optional.of(arn.account()),
            Optional.empty());
    String id = fields.text("id").orElse(arn.account() + ":" + arn.name());
    Holdings holdings = holdings(fields, user.orElse(arn), "federated-user");
    return Optional.of(
        credentials.session(fields, Credentials.Kind.FEDERATION, caller, id, holdings, false));
  }

  private boolean isOfAccount(Fields fields, EntityArn user, String account) {
    if (!user.account().equals(account)) {
      problems.error(
          "`"
              + user
              + "` cannot have asked for a session of account "
              + account
              + "; a federated user belongs to the account of his user",
          fields.at("user"));
    }
    return user.account().equals(account);
  }

  private Holdings holdings(Fields fields, EntityArn arn, String field) {
    Optional<Identity> found = directory.user(arn);
    boolean said = fields.has("policies") || fields.has("groups");
    if (found.isEmpty() && !said) {
      problems.note(
          "`"
              + arn
              + "` is in none of the `files` and has no `policies`, so he is taken to have no"
              + " permissions of his own",
          fields.at(field));
    }
    Optional<NamedPolicy> boundary =
        policies.boundary(Optional.of(fields), found.flatMap(Identity::boundary));
    Map<String, String> tags =
        fields.has("tags") ? fields.tagMap("tags") : found.map(Identity::tags).orElse(Map.of());
    return new Holdings(identity(fields, arn, found), boundary, tags);
  }

  private List<NamedPolicy> identity(Fields fields, EntityArn arn, Optional<Identity> found) {
    List<NamedPolicy> all = new ArrayList<>();
    if (fields.has("policies")) {
      all.addAll(policies.fieldList(fields, "policies", PolicyKind.IDENTITY));
    } else {
      found.ifPresent(user -> add(user.permissions(), all));
    }
    if (fields.has("groups")) {
      for (ScalarNode group : fields.texts("groups")) {
        Optional<Identity> known = directory.group(group.text(), arn);
        if (known.isEmpty()) {
          problems.error(
              "no group `" + group.text() + "` is in `files`; write what it grants as `policies`",
              group.origin());
        }
        known.ifPresent(g -> add(g.permissions(), all));
      }
    } else if (!fields.has("policies")) {
      Set<String> names = new LinkedHashSet<>(found.map(Identity::groups).orElse(List.of()));
      names.forEach(name -> directory.group(name, arn).ifPresent(g -> add(g.permissions(), all)));
    }
    return all;
  }

  private void add(List<Attachment> attachments, List<NamedPolicy> all) {
    attachments.forEach(a -> all.add(policies.attached(a, PolicyKind.IDENTITY)));
  }
}
