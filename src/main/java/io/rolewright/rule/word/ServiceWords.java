package io.rolewright.rule.word;

import static io.rolewright.rule.lang.Type.ACTOR;
import static io.rolewright.rule.lang.Type.TEXT;
import static io.rolewright.rule.lang.Type.TRUTH;
import static io.rolewright.rule.word.Kinds.CONDITION;
import static io.rolewright.rule.word.Kinds.DOCUMENT;
import static io.rolewright.rule.word.Kinds.PRINCIPAL;
import static io.rolewright.rule.word.Kinds.ROLE;
import static io.rolewright.rule.word.Kinds.STATEMENT;

import io.rolewright.catalog.ServicePrincipal;
import io.rolewright.catalog.ServicePrincipals;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Role;
import io.rolewright.model.Text;
import io.rolewright.reason.actor.TaggedServices;
import io.rolewright.rule.lang.Words;
import io.rolewright.rule.trust.Deputies;
import io.rolewright.rule.trust.MeantService;
import io.rolewright.rule.trust.Partitions;
import io.rolewright.rule.trust.Principals;
import io.rolewright.simulate.ServiceNames;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words about AWS services as principals, and about whom they act for. */
final class ServiceWords {

  private ServiceWords() {}

  static void add(Words words) {
    names(words);
    sources(words);
    actors(words);
  }

  private static void names(Words words) {
    words.word(
        "unconditional",
        DOCUMENT,
        DOCUMENT,
        "The policy with all statements that allow free of their tests.",
        (scope, d) ->
            d.with(d.statements().stream().map(s -> s.isAllow() ? s.with(List.of()) : s).toList()));
    words.word(
        "allPrincipals",
        STATEMENT,
        PRINCIPAL.list(),
        "The entries of `Principal` or `NotPrincipal`.",
        (scope, s) -> s.principal().patterns());
    words.word(
        "serviceText",
        PRINCIPAL,
        TEXT,
        "The service principal as written, a template's suffix filled in; absent of others.",
        (scope, p) -> written(p));
    words.word(
        "knownService",
        PRINCIPAL,
        TEXT,
        "The service's plain name, without Region and partition; absent if no known service has"
            + " it.",
        (scope, p) -> known(p).map(ServicePrincipal::name));
    words.word(
        "meantService",
        PRINCIPAL,
        TEXT,
        "The service that an unknown name was meant to be, where it is plain.",
        (scope, p) -> written(p).flatMap(Text::plain).flatMap(MeantService::by));
    words.word(
        "servicesAsOf",
        TEXT,
        "The day of the list of service principals.",
        scope -> ServicePrincipals.shipped().asOf().toString());
    words.word(
        "partition",
        PRINCIPAL,
        TEXT,
        "The partition that the ending of a service principal belongs to, absent where it fits"
            + " several; of others the one in their ARN.",
        (scope, p) ->
            written(p)
                .flatMap(Text::plain)
                .flatMap(ServiceWords::partition)
                .or(() -> Partitions.partitionOf(p)));
    words.word(
        "partition",
        ROLE,
        TEXT,
        "The partition that the role is in, as far as ARNs tell.",
        (scope, role) -> partition(role));
  }

  private static Optional<Text> written(PrincipalPattern p) {
    return p instanceof PrincipalPattern.Service service
        ? Optional.of(ServiceNames.resolved(service.name()))
        : Optional.empty();
  }

  private static Optional<ServicePrincipal> known(PrincipalPattern p) {
    return Principals.service(p).flatMap(ServicePrincipals.shipped()::lookup);
  }

  private static Optional<String> partition(String service) {
    return Optional.ofNullable(
        service.endsWith(".amazonaws.com.cn")
            ? "aws-cn"
            : service.endsWith(".amazonaws.eu") ? "aws-eusc" : null);
  }

  private static Optional<String> partition(Role role) {
    return role.trust()
        .flatMap(trust -> Partitions.of(role, trust.statements()))
        .map(Partitions::expected);
  }

  private static void sources(Words words) {
    words.word(
        "sourceKeys",
        PRINCIPAL,
        TEXT,
        "Whether a service sends `aws:SourceArn` and its like: `documented`, `sample`,"
            + " `community`, `not sent` or `unknown`.",
        (scope, p) ->
            known(p).map(s -> s.sourceKeys().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    words.word(
        "deputyRisk",
        PRINCIPAL,
        TEXT,
        "How grave it is that nothing says for whom a service acts: `high` where its pages show"
            + " the guard, `medium` where a published example does; absent of other services.",
        (scope, p) ->
            Principals.service(p)
                .flatMap(Deputies::severity)
                .map(s -> s.name().toLowerCase(Locale.ROOT)));
    words.word(
        "voidGuardRisk",
        PRINCIPAL,
        TEXT,
        "The same where a test of the source is written and ties the service to nobody: `high` also"
            + " where nobody knows whether the service sends its source; absent where it does not.",
        (scope, p) ->
            Principals.service(p)
                .flatMap(Deputies::severityOfVoidGuard)
                .map(s -> s.name().toLowerCase(Locale.ROOT)));
    words.word(
        "testsSource",
        CONDITION,
        TRUTH,
        "Whether it tests for whom a service acts: the ARN, account or organisation of the source.",
        (scope, c) -> Sources.tests(c));
    words.word(
        "sourceTests",
        STATEMENT,
        CONDITION.list(),
        "The tests of for whom a service acts.",
        (scope, s) -> s.conditions().stream().filter(Sources::tests).toList());
    words.word(
        "foreign",
        CONDITION,
        TRUTH,
        "Whether a test of for whom a service acts names accounts or organisations of others only.",
        Sources::foreign);
  }

  private static void actors(Words words) {
    words.word(
        "family",
        PRINCIPAL,
        TEXT,
        "Where the principal stands: under `AWS`, `Service` or `Federated`; absent of others.",
        (scope, p) -> Named.family(p));
    words.word(
        "neverSent",
        CONDITION,
        PRINCIPAL,
        TRUTH,
        "Whether the key is in no request of such callers for the role, as AWS says.",
        (scope, c, p) -> Named.neverSends(p, c.keyName()));
    words.word(
        "everybody",
        PRINCIPAL,
        ACTOR,
        "Everybody whom a principal names, assuming the role with whatever he can say.",
        (scope, p) -> new Named(scope).of(p, Optional.empty()));
    words.word(
        "everybodyCalling",
        PRINCIPAL,
        TEXT,
        ACTOR,
        "Everybody whom a principal names, asking for an action such as `sts:TagSession`.",
        (scope, p, action) -> new Named(scope).of(p, action.plain()));
    words.word(
        "anotherAnchor",
        ACTOR,
        "IAM Roles Anywhere for a certificate of a trust anchor that the policy does not name,"
            + " with any names in it.",
        scope -> TaggedServices.anotherAnchor());
    words.word(
        "anotherCertificate",
        ACTOR,
        "IAM Roles Anywhere for a certificate of any trust anchor in which nothing is as the"
            + " policy asks.",
        scope -> TaggedServices.anotherCertificate());
    words.word(
        "anotherPod",
        ACTOR,
        "EKS Pod Identity for a pod of a stranger's cluster, in no namespace and of no service"
            + " account that the policy asks for.",
        scope -> TaggedServices.anotherPod());
  }
}
