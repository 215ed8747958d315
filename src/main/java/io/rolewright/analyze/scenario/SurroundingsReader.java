package io.rolewright.analyze.scenario;

import io.rolewright.model.AccountNumber;
import io.rolewright.model.PolicyKind;
import io.rolewright.parse.tree.ArrayNode;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.simulate.NamedPolicy;
import io.rolewright.simulate.sts.Surroundings;
import io.rolewright.simulate.sts.Surroundings.AccountFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code now}, {@code accounts}, {@code network} and {@code endpoint-policy}. */
final class SurroundingsReader {

  /** The time of a scenario that does not say one; fixed, so that it always ends the same. */
  static final Instant STANDARD_TIME = Instant.parse("2026-01-01T12:00:00Z");

  private final Policies policies;
  private final Problems problems;

  SurroundingsReader(Policies policies, Problems problems) {
    this.policies = policies;
    this.problems = problems;
  }

  Surroundings read(Fields scenario) {
    return new Surroundings(
        accounts(scenario),
        scenario.instant("now").orElse(STANDARD_TIME),
        scenario.keys("network"),
        policies.field(scenario, "endpoint-policy", PolicyKind.ENDPOINT, "endpoint policy"));
  }

  private Map<String, AccountFacts> accounts(Fields scenario) {
    Map<String, AccountFacts> accounts = new LinkedHashMap<>();
    Optional<Fields> section =
        scenario.node("accounts").flatMap(n -> Fields.open(n, "`accounts`", problems));
    for (ObjectNode.Member member : section.map(Fields::members).orElse(List.of())) {
      if (!AccountNumber.isOne(member.name())) {
        problems.error(
            "`" + member.name() + "` is no account number; " + Accounts.ADVICE,
            member.key().origin());
        continue;
      }
      Fields.of(member.value(), "account `" + member.name() + "`", Vocabulary.ACCOUNT, problems)
          .ifPresent(f -> accounts.put(member.name(), account(f)));
    }
    return accounts;
  }

  private AccountFacts account(Fields fields) {
    Optional<String> organization = organization(fields);
    Optional<String> path = fields.text("path");
    boolean management = fields.flag("management").orElse(false);
    if (path.isPresent() && !isPath(path.get(), organization)) {
      problems.error(
          "`path` must go from the organisation down to the unit of the account, like "
              + "`o-exampleorg1/r-ab12/ou-ab12-cdef3456/`, and begin with `organization`",
          fields.at("path"));
      path = Optional.empty();
    }
    if (organization.isEmpty() && (management || fields.has("scps") || fields.has("rcps"))) {
      problems.error(
          "an account outside of an organisation has no organisation policies and manages none; "
              + "say its `organization`",
          fields.origin());
    }
    return new AccountFacts(
        organization,
        path,
        management,
        levels(fields, "scps", PolicyKind.SCP),
        levels(fields, "rcps", PolicyKind.RCP));
  }

  private Optional<String> organization(Fields fields) {
    Optional<String> id = fields.text("organization");
    if (id.isPresent() && !id.get().matches("o-[a-z0-9]{10,32}")) {
      problems.error(
          "`"
              + id.get()
              + "` is no organization id; such ids are `o-` and 10 to 32 lower-case letters or"
              + " digits",
          fields.at("organization"));
      return Optional.empty();
    }
    return id;
  }

  private static boolean isPath(String path, Optional<String> organization) {
    return path.endsWith("/") && organization.filter(o -> path.startsWith(o + "/r-")).isPresent();
  }

  private Optional<List<List<NamedPolicy>>> levels(Fields fields, String name, PolicyKind kind) {
    if (!fields.has(name)) {
      return Optional.empty();
    }
    List<List<NamedPolicy>> levels = new ArrayList<>();
    for (Node level : fields.list(name)) {
      if (level.asArray().isEmpty()) {
        problems.error(
            "`"
                + name
                + "` is a list of levels from the root to the account, each a list of"
                + " policies",
            level.origin());
        continue;
      }
      levels.add(level(level.asArray().get(), kind, levels.size() + 1));
    }
    return Optional.of(levels);
  }

  /**
   * {@code RCPFullAWSAccess} cannot be detached, so it is there whether it is listed or not (R2.5).
   */
  private List<NamedPolicy> level(ArrayNode written, PolicyKind kind, int number) {
    List<Node> items = written.items();
    String shown = "level " + number + (items.size() == 1 ? "" : ", number");
    List<NamedPolicy> level = new ArrayList<>(policies.list(items, kind, shown));
    boolean listed = level.stream().anyMatch(p -> p.name().endsWith(Managed.FULL_FOR_RESOURCES));
    if (kind == PolicyKind.RCP && !listed) {
      level.add(policies.managed(Managed.FULL_FOR_RESOURCES, written.origin(), kind));
    }
    return level;
  }
}
