package io.rolewright.simulate.explain;

import io.rolewright.model.ActionElement;
import io.rolewright.model.Condition;
import io.rolewright.model.PlainArn;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Layer;
import io.rolewright.simulate.ReasonCode;
import io.rolewright.simulate.Step;
import io.rolewright.simulate.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A decision as one tells it to a colleague. */
final class Sentences {

  private static final List<Layer> OF_THE_CALLER =
      List.of(Layer.IDENTITY, Layer.BOUNDARY, Layer.SESSION);

  private static final int MOST_DENIALS = 3;

  private final Subject subject;
  private final PolicyNames names;
  private final String action;

  Sentences(Subject subject) {
    this.subject = subject;
    this.names = new PolicyNames(subject);
    this.action = "`" + subject.request().action() + "`";
  }

  static String verdict(Verdict verdict) {
    return verdict == Verdict.ALLOWED ? "allowed" : "denied";
  }

  List<String> allowed() {
    List<String> sentences = new ArrayList<>();
    sentences.add("Allowed.");
    for (Cited cited : subject.deciding()) {
      String allows = subject.isOpen(cited) ? " may allow " : " allows ";
      sentences.add(capital(names.statement(cited)) + allows + action + on() + ".");
    }
    boolean root = subject.decision().reason() == ReasonCode.ALLOW_ROOT;
    for (Layer layer : root ? List.<Layer>of() : List.of(Layer.BOUNDARY, Layer.SESSION)) {
      subject.matching(layer, false).stream()
          .filter(c -> subject.deciding().stream().noneMatch(d -> d.layer() == layer))
          .findFirst()
          .ifPresent(c -> sentences.add(capital(names.statement(c)) + " allows it as well."));
    }
    if (root) {
      sentences.add(
          subject.request().principal().kind() == Caller.Kind.ASSUMED_ROOT
              ? "The task's policy does not deny it, and the root user needs no other."
              : "The root user needs no policy in his own account.");
    }
    return sentences;
  }

  List<String> denied(Optional<NearMiss> miss) {
    ReasonCode reason = subject.decision().reason();
    List<String> sentences = new ArrayList<>();
    sentences.add("Refused.");
    if (reason.layer().isEmpty()) {
      sentences.add(notTaken(reason));
    } else if (reason.isExplicitDeny()) {
      denials(sentences);
    } else {
      Accompanying.words(subject.request()).ifPresent(sentences::add);
      Optional<String> agreeing = agreeing(reason.layer().get());
      agreeing.ifPresent(sentences::add);
      String not = agreeing.isPresent() ? " does not: " : " does not agree: ";
      sentences.add(lacking(reason.layer().get(), not, miss));
      alsoLacking(reason.layer().get()).ifPresent(sentences::add);
    }
    return sentences;
  }

  private String notTaken(ReasonCode reason) {
    return reason == ReasonCode.POLICY_INVALID
        ? "A policy breaks the grammar, so that AWS would not have stored it."
        : Untaken.words(subject.request());
  }

  private void denials(List<String> sentences) {
    List<Cited> denials = subject.deciding().isEmpty() ? subject.denials() : subject.deciding();
    for (Cited denial : denials.subList(0, Math.min(MOST_DENIALS, denials.size()))) {
      sentences.add(
          capital(names.statement(denial)) + " denies " + action + on() + because(denial) + ".");
    }
    if (denials.size() > MOST_DENIALS) {
      sentences.add("So do " + (denials.size() - MOST_DENIALS) + " more statements.");
    }
    sentences.add("An explicit Deny wins over every Allow.");
  }

  private String because(Cited denial) {
    List<String> reasons = new ArrayList<>();
    for (Condition condition : denial.statement().conditions()) {
      reasons.add(Demand.words(condition) + ", and " + Demand.given(condition, subject.request()));
    }
    return reasons.isEmpty() ? "" : " " + String.join("; ", reasons);
  }

  /** What the other side says, where it agrees. */
  private Optional<String> agreeing(Layer refusing) {
    Layer other = Side.of(refusing) == Side.CALLER ? Layer.RESOURCE : Layer.IDENTITY;
    if (refusing == Layer.BOUNDARY || refusing == Layer.SESSION) {
      other = Layer.IDENTITY;
    }
    List<Cited> allowing = subject.matching(other, false);
    if (allowing.isEmpty()) {
      return Optional.empty();
    }
    String who = Side.of(refusing) == Side.of(other) ? "" : side(other) + " agrees: ";
    String allows = names.policy(allowing.get(0)) + " allows " + action + on() + ".";
    return Optional.of(who.isEmpty() ? capital(allows) : who + allows);
  }

  private String side(Layer layer) {
    return switch (Side.of(layer)) {
      case CALLER -> "The caller's side";
      case RESOURCE -> subject.isTrust() ? "The role's side" : "The resource's side";
      case ORGANISATION -> "The organisation";
      case ENDPOINT -> "The VPC endpoint";
      case AWS -> "AWS";
    };
  }

  private String lacking(Layer layer, String not, Optional<NearMiss> miss) {
    String who =
        switch (layer) {
          case BOUNDARY -> "The permissions boundary";
          case SESSION -> "The session policy";
          default -> side(layer);
        };
    return who + not + why(layer, miss) + ".";
  }

  private String why(Layer layer, Optional<NearMiss> miss) {
    if (layer == Layer.RESOURCE && subject.isCrossPartition()) {
      return "what is in partition `"
          + PlainArn.partitionOf(Optional.of(subject.request().resource()))
          + "` lets in nobody of another partition, such as the caller's";
    }
    if (miss.isPresent()) {
      return names.statement(miss.get().cited()) + " " + missing(miss.get());
    }
    boolean none = subject.layer(layer).filter(l -> !l.policies().isEmpty()).isEmpty();
    if (none) {
      return switch (layer) {
        case IDENTITY -> "the caller has no identity policy";
        case SESSION -> "none was passed, and without one a federated user may do nothing";
        case RESOURCE -> "the resource has no policy, and only a policy can let this caller in";
        default -> "there are no " + layer.shown();
      };
    }
    List<String> level = subject.lackingLevel(layer);
    boolean organisation = Side.of(layer) == Side.ORGANISATION && !level.isEmpty();
    String where = organisation ? names.policies(layer, level) : names.layer(layer);
    return "nothing in " + where + " allows " + action + on();
  }

  /** The second side that says no, which matters where both must agree (R2.13). */
  private Optional<String> alsoLacking(Layer refusing) {
    if (Side.of(refusing) != Side.RESOURCE || !subject.isCrossAccount()) {
      return Optional.empty();
    }
    for (Layer layer : OF_THE_CALLER) {
      if (subject.lacks(layer)) {
        Optional<NearMiss> miss = NearMisses.of(subject, layer).stream().findFirst();
        return Optional.of("Nor does the caller's side: " + why(layer, miss) + ".");
      }
    }
    return Optional.empty();
  }

  /** What a near miss lacks, behind its name. */
  private String missing(NearMiss miss) {
    List<NearMiss.Failure> failures = withoutImplied(miss.failures());
    boolean several = failures.size() > 1;
    List<String> demands = new ArrayList<>();
    for (NearMiss.Failure failure : failures) {
      String demand = demand(miss.cited().statement(), failure);
      Optional<String> given = given(miss, failure);
      demands.add(demand + given.map(g -> several ? " (" + g + ")" : ", and " + g).orElse(""));
    }
    boolean other = !several && failures.get(0).step().kind() == Step.Kind.ACTION;
    return other
        ? "allows " + actions(miss.cited().statement().action(), "only ")
        : "would allow it, but only " + String.join(" and ", demands);
  }

  /** Where MFA is missing its age is too, which needs no words. */
  private static List<NearMiss.Failure> withoutImplied(List<NearMiss.Failure> failures) {
    boolean mfa = failures.stream().anyMatch(f -> isAbout(f, KeyFamily.MFA));
    return mfa ? failures.stream().filter(f -> !isAbout(f, KeyFamily.MFA_AGE)).toList() : failures;
  }

  private static boolean isAbout(NearMiss.Failure failure, KeyFamily family) {
    return failure.condition().filter(c -> KeyFamily.of(c.key().shown()) == family).isPresent();
  }

  private static String demand(Statement statement, NearMiss.Failure failure) {
    return switch (failure.step().kind()) {
      case PRINCIPAL -> principals(statement.principal());
      case ACTION -> "for " + actions(statement.action(), "");
      case RESOURCE ->
          statement.resource().match(l -> "on ", e -> "on anything but ", none -> "on ")
              + shown(statement.resource().patterns());
      default -> failure.condition().map(Demand::words).orElse(failure.step().text());
    };
  }

  private static String actions(ActionElement element, String only) {
    List<String> shown = element.patterns().stream().map(Text::shown).toList();
    String listed = only.isEmpty() ? Demand.alternatives(shown) : only + Demand.listed(shown);
    return element.match(
        l -> listed, e -> "anything but " + Demand.alternatives(shown), none -> listed);
  }

  private static String principals(PrincipalElement element) {
    String shown =
        Demand.alternatives(element.patterns().stream().map(PrincipalPattern::shown).toList());
    return element.match(l -> "for " + shown, e -> "for everyone but " + shown, a -> "for nobody");
  }

  private static String shown(List<Text> patterns) {
    return Demand.alternatives(patterns.stream().map(Text::shown).toList());
  }

  private Optional<String> given(NearMiss miss, NearMiss.Failure failure) {
    return switch (failure.step().kind()) {
      case PRINCIPAL -> Optional.of(caller(miss.cited().layer()));
      case ACTION -> Optional.empty();
      case RESOURCE ->
          VariableWords.of(
              miss.cited().statement().resource().patterns(), subject.request().context());
      default -> failure.condition().map(this::given);
    };
  }

  /** To an endpoint, who makes a call without signing it is nobody (R2.6). */
  private String caller(Layer layer) {
    Caller caller = subject.request().principal();
    return layer == Layer.VPCE && NamedCaller.isUnsigned(caller)
        ? "this call is not signed, so that only `*` stands for its caller"
        : "the caller " + NamedCaller.described(caller);
  }

  private String given(Condition condition) {
    String given = Demand.given(condition, subject.request());
    if (condition.operator().filter(o -> o.comparison().hasVariables()).isEmpty()) {
      return given;
    }
    return VariableWords.of(condition.values(), subject.request().context())
        .map(v -> given + ", and " + v)
        .orElse(given);
  }

  private String on() {
    return " on " + names.target();
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
