package io.rolewright.reason.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.Condition;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Statement;
import io.rolewright.reason.Reach;
import io.rolewright.reason.property.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The actors as constraints and the actors as lists of values, on all examples and samples. */
class ActorsAgreementTest {

  /** Somebody in both forms. */
  private record Both(Actor constraints, io.rolewright.reason.Actor list) {}

  /** A question that is answered differently. */
  private record Difference(String from, String who, String list, String constraints) {}

  /**
   * Where a value list is too wide: OpenID tokens always have a subject; who is named by the number
   * that stands for strangers is none; principals of another partition cannot come.
   */
  private static final List<String> TOO_WIDE =
      List.of(
          "CN001 Any service account of a cluster: tenant",
          "OI001 A suffix that lets tokens without a subject in: tenant",
          "TP002 A session name, a tag of one's own, and all accounts but one: anyone 999999999999",
          "TP002 A session name, a tag of one's own, and all accounts but one: person 999999999999",
          "TP002 A session name, a tag of one's own, and all accounts but one: outsider 999999999999",
          "TP004 Two partitions: anyone 444455556666",
          "TP004 Two partitions: person 444455556666",
          "TP004 Two partitions: outsider 444455556666");

  private static List<Difference> found;

  @BeforeAll
  static void ask_both() throws IOException {
    found = differences();
  }

  @Test
  void whoever_is_found_by_trying_values_is_found_unless_the_values_are_too_wide() {
    List<String> wide = new ArrayList<>();
    for (Difference each : found) {
      if (!each.list().equals("nobody")) {
        String who = each.who().startsWith("tenant") ? "tenant" : each.who();
        wide.add(each.from() + ": " + who.replace(" without", ""));
      }
    }
    assertThat(new TreeSet<>(wide)).containsExactlyElementsOf(new TreeSet<>(TOO_WIDE));
  }

  /** Anyone of an account may be whom the principal names, which value lists never try. */
  @Test
  void whoever_is_not_found_by_trying_values_is_proved_to_be_kept_out_unless_named() {
    List<Difference> more = new ArrayList<>();
    for (Difference each : found) {
      boolean named = each.who().startsWith("anyone") || each.who().startsWith("person");
      boolean chooses = each.from().startsWith("TP002 A session name");
      if (each.list().equals("nobody") && !named && !chooses) {
        more.add(each);
      }
    }
    assertThat(more).isEmpty();
  }

  private static List<Difference> differences() throws IOException {
    List<Difference> differences = new ArrayList<>();
    for (TrustCorpus.Trust trust : TrustCorpus.read()) {
      Reach reach = new Reach(trust.policy(), trust.owner(), trust.roleName());
      Entry entry = Entry.of(trust.policy(), trust.target());
      for (Statement allow : trust.policy().statements()) {
        if (allow.isAllow()) {
          actors(trust, allow)
              .forEach(
                  (who, both) -> {
                    String list = shown(reach.find(allow, both.list()));
                    String proved = shown(entry.find(allow, both.constraints()));
                    if (!list.equals(proved)) {
                      differences.add(new Difference(trust.from(), who, list, proved));
                    }
                  });
        }
      }
    }
    return differences;
  }

  private static String shown(Optional<io.rolewright.reason.Witness> witness) {
    return witness.map(w -> w.isCertain() ? "somebody" : "perhaps somebody").orElse("nobody");
  }

  private static String shown(Outcome outcome) {
    return outcome.match(
        new Outcome.Cases<>(
            possible -> possible.witness().isCertain() ? "somebody" : "perhaps somebody",
            impossible -> "nobody",
            undecided -> "undecided: " + undecided.reason()));
  }

  private static Map<String, Both> actors(TrustCorpus.Trust trust, Statement allow) {
    Map<String, Both> actors = new LinkedHashMap<>();
    Both stranger = new Both(Actors.stranger(), io.rolewright.reason.Actors.stranger());
    actors.put("stranger", stranger);
    actors.put("stranger without", noId(noMfa(stranger)));
    for (PrincipalPattern pattern : allow.principal().patterns()) {
      issuer(pattern).ifPresent(issuer -> actors.put("tenant " + issuer, tenant(issuer)));
      service(pattern).ifPresent(service -> actors.put("service " + service, deputy(service)));
    }
    for (String account : trust.target().named().accounts()) {
      Both anyone =
          new Both(Actors.anyoneOf(account), io.rolewright.reason.Actors.anyoneOf(account));
      Both outsider =
          new Both(Actors.outsiderOf(account), io.rolewright.reason.Actors.outsiderOf(account));
      actors.put("anyone " + account, anyone);
      actors.put("person " + account, noMfa(person(anyone)));
      actors.put("outsider " + account, outsider);
      actors.put("outsider without " + account, noId(noMfa(outsider)));
      for (Condition condition : allow.conditions()) {
        String key = condition.keyName();
        actors.put("outsider " + account + " without " + key, without(outsider, key));
      }
    }
    return actors;
  }

  private static Optional<String> issuer(PrincipalPattern pattern) {
    return pattern instanceof PrincipalPattern.Federated federated
            && federated.kind() == PrincipalPattern.FederationKind.OIDC
        ? federated.provider().plain()
        : Optional.empty();
  }

  private static Optional<String> service(PrincipalPattern pattern) {
    return pattern instanceof PrincipalPattern.Service service
        ? service.name().plain()
        : Optional.empty();
  }

  private static Both tenant(String issuer) {
    return new Both(
        Actors.foreignTenant(issuer), io.rolewright.reason.Actors.foreignTenant(issuer));
  }

  private static Both deputy(String service) {
    return new Both(
        Actors.confusedService(service), io.rolewright.reason.Actors.confusedService(service));
  }

  private static Both without(Both both, String key) {
    return new Both(
        Actors.without(both.constraints(), key),
        io.rolewright.reason.Actors.without(both.list(), key));
  }

  private static Both noMfa(Both both) {
    return new Both(
        Actors.withoutMfa(both.constraints()), io.rolewright.reason.Actors.withoutMfa(both.list()));
  }

  private static Both noId(Both both) {
    return new Both(
        Actors.withoutExternalId(both.constraints()),
        io.rolewright.reason.Actors.withoutExternalId(both.list()));
  }

  private static Both person(Both both) {
    return new Both(
        Actors.person(both.constraints()), io.rolewright.reason.Actors.person(both.list()));
  }
}
