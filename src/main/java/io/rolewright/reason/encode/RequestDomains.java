package io.rolewright.reason.encode;

import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.ConditionKey;
import io.rolewright.catalog.ValueType;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.formula.Intervals;
import io.rolewright.reason.solve.Domain;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import io.rolewright.simulate.Caller;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is so of every request that some callers can make: how fields look, and which keys come with
 * which others (section 3.4, R3.29 and R4.1 of the semantics).
 */
final class RequestDomains {

  private static final BigDecimal LAST_IPV4 =
      new BigDecimal(PointForm.IPV4_END.subtract(BigInteger.ONE));
  private static final Intervals ADDRESSES =
      Intervals.closed(BigDecimal.ZERO, LAST_IPV4)
          .union(
              Intervals.closed(
                  new BigDecimal(PointForm.IPV6_START),
                  new BigDecimal(
                      PointForm.IPV6_START
                          .add(BigInteger.ONE.shiftLeft(128))
                          .subtract(BigInteger.ONE))));

  /** Before, a number of seconds may read as a year. */
  private static final Intervals SINCE_2001 = Intervals.atLeast(new BigDecimal("1000000000"));

  /** 203.0.113.10, of a block that is kept for examples. */
  private static final List<BigDecimal> EXAMPLE_ADDRESS = List.of(new BigDecimal("3405803786"));

  /** 1 January 2027, noon. */
  private static final List<BigDecimal> EXAMPLE_TIME = List.of(new BigDecimal("1798804800"));

  /** Of no service in particular, and one that people know. */
  private static final List<String> EXAMPLE_RESOURCES =
      List.of("*", "arn:aws:s3:::example-bucket/example-key");

  private static final List<String> EXAMPLE_ACCOUNTS =
      List.of("999999999999", "999999999998", "888888888888", "777777777777");

  /** Names of tags, paths of organisations and the like are never empty. */
  private static final Language NOT_EMPTY = Language.of(List.of(Pattern.glob("?*")));

  private static final List<String> EXAMPLE_ARNS =
      List.of("arn:aws:sns:eu-west-1:999999999999:example");
  private static final List<String> EXAMPLE_NAMES = List.of("stranger", "Stranger", "other");

  private final Formulas formulas;
  private final Callers callers;
  private final CallerKeys keys;
  private final Requests requests;
  private Domains domains = Domains.free();

  RequestDomains(Formulas formulas, Callers callers, CallerKeys keys, Requests requests) {
    this.formulas = formulas;
    this.callers = callers;
    this.keys = keys;
    this.requests = requests;
  }

  Domains domains() {
    who();
    what();
    keys.mentioned().forEach(this::key);
    new KeyLaws(formulas, callers, keys).all().forEach(law -> domains = domains.withLaw(law));
    return domains;
  }

  private void who() {
    always(Callers.ACCOUNT, EXAMPLE_ACCOUNTS);
    always(Callers.NAME, EXAMPLE_NAMES);
    always(Callers.ISSUER, EXAMPLE_NAMES);
    always(Callers.PATH, List.of(""));
    always(Callers.USERNAME, EXAMPLE_NAMES);
    always(Callers.SESSION, EXAMPLE_NAMES);
    always(CallerKeys.UNIQUE_ID, language(uniqueId()), List.of());
    always(Callers.PRINCIPAL, principal(), principals());
  }

  private void always(Field field, List<String> hints) {
    always(field, CallerShapes.of(field), hints);
  }

  private Pattern uniqueId() {
    String prefix = callers.kind() == Caller.Kind.USER ? "AIDA" : "AROA";
    return new Pattern.Builder().characters(prefix).runWithoutColon().build();
  }

  /** Providers of SAML have no name but their ARN. */
  private Language principal() {
    if (callers.kind() != Caller.Kind.SAML) {
      return CallerShapes.of(Callers.PRINCIPAL);
    }
    Pattern.Builder arn = new Pattern.Builder().characters(providersOf());
    for (int digit = 0; digit < 12; digit++) {
      arn.oneWithoutColon();
    }
    return language(arn.characters(":saml-provider/").oneWithoutColon().runWithoutColon().build());
  }

  private String providersOf() {
    return "arn:" + callers.partition() + ":iam::";
  }

  private List<String> principals() {
    return switch (callers.kind()) {
      case SERVICE -> List.of("ec2.amazonaws.com", "lambda.amazonaws.com");
      case SAML ->
          requests.owner().stream()
              .map(owner -> providersOf() + owner + ":saml-provider/example")
              .toList();
      default -> List.of();
    };
  }

  private static Language language(Pattern pattern) {
    return Language.of(List.of(pattern));
  }

  /** A field that is always there if the callers have it at all. */
  private void always(Field field, Language shape, List<String> hints) {
    Domain.Presence presence =
        callers.fields().contains(field) || field.equals(CallerKeys.UNIQUE_ID)
            ? Domain.Presence.ALWAYS
            : Domain.Presence.NEVER;
    domains = domains.with(field, Domain.Texts.any().with(presence).shaped(shape).hinted(hints));
  }

  private void what() {
    Domain.Texts resource = Domain.Texts.any().with(Domain.Presence.ALWAYS);
    Language shape =
        requests
            .resource()
            .map(arn -> language(Pattern.literal(arn)))
            .orElse(Language.of(arnOrStar()));
    domains =
        domains
            .with(Terms.RESOURCE, resource.shaped(shape).hinted(EXAMPLE_RESOURCES))
            .with(Terms.ACTION, Domain.Texts.any().with(Domain.Presence.ALWAYS));
  }

  private static List<Pattern> arnOrStar() {
    List<Pattern> both = new ArrayList<>(ArnPatterns.real().patterns());
    both.add(Pattern.literal("*"));
    return both;
  }

  private void key(String key, KeyForm form) {
    Domain.Presence presence = new Presence(callers.kind()).of(key);
    if (form instanceof KeyForm.One one
        && one.text().field().filter(f -> f.name().equals(key)).isPresent()) {
      texts(key, one.text().field().get(), presence);
    } else if (form instanceof KeyForm.Many many) {
      domains = domains.with(many.set(), Domain.Texts.any().shaped(NOT_EMPTY).with(presence));
    } else if (form instanceof KeyForm.Line line) {
      domains = domains.with(line.line(), points(key, line, presence));
    }
  }

  private void texts(String key, Field field, Domain.Presence presence) {
    if (field.equals(Callers.USERNAME)) {
      return; // a part of the caller
    }
    Domain.Texts any = Domain.Texts.any().with(presence);
    Optional<ValueType> type = Catalog.shipped().conditionKey(key).key().map(ConditionKey::type);
    if (key.equals("aws:assumedroot")) {
      any = any.shaped(language(Pattern.literal("true")));
    } else if (key.equals("aws:principalisawsservice")) {
      any = any.shaped(language(Pattern.literal("false")));
    } else if (type.filter(ValueType.BOOL::equals).isPresent()) {
      any = any.shaped(Language.of(List.of(Pattern.literal("true"), Pattern.literal("false"))));
    } else if (type.filter(ValueType.ARN::equals).isPresent()) {
      any = any.shaped(ArnPatterns.real()).hinted(EXAMPLE_ARNS);
    } else if (key.equals("aws:sourceaccount") || key.equals("aws:vpceaccount")) {
      any = any.hinted(EXAMPLE_ACCOUNTS);
    } else if (key.equals("aws:principalorgid") || key.equals("aws:sourceorgid")) {
      any = any.hinted(List.of("o-stranger000"));
    }
    domains = domains.with(field, any);
  }

  private Domain points(String key, KeyForm.Line line, Domain.Presence presence) {
    Domain.Points any = Domain.Points.any();
    Domain.Presence known = line.unreadable().isPresent() ? Domain.Presence.OPTIONAL : presence;
    return switch (keys.pointForm(key)) {
      case ADDRESS -> any.wholes(ADDRESSES).hinted(EXAMPLE_ADDRESS).with(known);
      case DATE -> any.hinted(EXAMPLE_TIME).with(known);
      case EPOCH -> any.wholes(SINCE_2001).hinted(EXAMPLE_TIME).with(known);
      case NUMBER -> number(key).with(known);
    };
  }

  /** An age is in whole seconds and not before the sign-in. */
  private static Domain.Points number(String key) {
    return key.equals("aws:multifactorauthage")
        ? Domain.Points.any().wholes(Intervals.atLeast(BigDecimal.ZERO))
        : Domain.Points.any();
  }
}
