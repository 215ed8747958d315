package io.rolewright.simulate.sts;

import io.rolewright.catalog.Quota;
import io.rolewright.model.AccountNumber;
import io.rolewright.simulate.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long sessions may last and how long one does last (section 3.1, R3.1, R3.6, R3.11, R3.15).
 */
final class Durations {

  /** The seconds that an operation takes, both ends included, and those it takes if none are. */
  record Range(int least, int most, int usual) {}

  /** The seconds of a session with the reason for them. */
  record Granted(int seconds, String reason, List<String> notes) {}

  private static final Range OF_ROLES =
      new Range(
          Quota.SESSION_DURATION_LEAST.most(),
          Quota.ROLE_MAX_SESSION_DURATION.most(),
          Quota.ROLE_MAX_SESSION_DURATION.usual());
  private static final Range OF_USERS = new Range(900, 129_600, 43_200);
  private static final Range OF_TASKS = new Range(0, 900, 900);
  private static final int ROOT_MOST = 3600;
  private static final int MOST_DIGITS = 9;

  private final StsCall call;
  private final Credentials credentials;

  Durations(StsCall call, Credentials credentials) {
    this.call = call;
    this.credentials = credentials;
  }

  /** What an operation takes. */
  static Range range(Operation operation) {
    return switch (operation) {
      case ASSUME_ROLE, ASSUME_ROLE_WITH_SAML, ASSUME_ROLE_WITH_WEB_IDENTITY -> OF_ROLES;
      case GET_FEDERATION_TOKEN, GET_SESSION_TOKEN -> OF_USERS;
      case ASSUME_ROOT -> OF_TASKS;
    };
  }

  /**
   * What is wrong with the duration asked for.
   *
   * @param roleMost the longest session of the role
   */
  List<Fault> faults(Optional<Integer> roleMost) {
    Optional<Given> given = call.one(Parameter.DURATION_SECONDS);
    if (given.isEmpty()) {
      return List.of();
    }
    if (call.all(Parameter.DURATION_SECONDS).size() > 1 || asked().isEmpty()) {
      return List.of(notANumber(given.get()));
    }
    return wrong(given.get(), asked().get(), roleMost);
  }

  private List<Fault> wrong(Given given, int asked, Optional<Integer> roleMost) {
    Range range = range(call.operation());
    List<Fault> faults = new ArrayList<>();
    if (asked < range.least() || asked > range.most()) {
      faults.add(outside(given, asked, range));
    } else if (call.operation().assumesRole() && roleMost.filter(m -> asked > m).isPresent()) {
      faults.add(aboveRole(given, asked, roleMost.get()));
    }
    int chained = Quota.CHAINED_SESSION_DURATION.most();
    if (isChained() && asked > chained) {
      faults.add(chained(given, asked, chained));
    }
    return faults;
  }

  private static Fault notANumber(Given given) {
    return new Fault(
        given.at(),
        "`DurationSeconds` takes one whole number of seconds, %s is none"
            .formatted(Quoted.of(given.value())),
        "write the seconds in digits, such as `3600`",
        "3.1");
  }

  private Fault outside(Given given, int asked, Range range) {
    int nearest = asked < range.least() ? range.least() : range.most();
    return new Fault(
        given.at(),
        "`DurationSeconds` of %s goes from %d to %d, %d is asked for"
            .formatted(call.operation().shown(), range.least(), range.most(), asked),
        "ask for %d seconds".formatted(nearest),
        rule());
  }

  private static Fault aboveRole(Given given, int asked, int most) {
    return new Fault(
        given.at(),
        "the role's sessions last at most %d seconds (MaxSessionDuration), %d are asked for"
            .formatted(most, asked),
        "ask for at most %d seconds, or raise the role's MaxSessionDuration to %d"
            .formatted(most, asked),
        "3.1");
  }

  private static Fault chained(Given given, int asked, int most) {
    return new Fault(
        given.at(),
        "a role assumed with a role's session lasts at most %d seconds, %d are asked for"
            .formatted(most, asked),
        "ask for at most %d seconds".formatted(most),
        "R3.1");
  }

  private String rule() {
    return switch (call.operation()) {
      case GET_FEDERATION_TOKEN -> "R3.11";
      case GET_SESSION_TOKEN -> "R3.14";
      case ASSUME_ROOT -> "R3.16";
      default -> "3.1";
    };
  }

  /** Whether this is role chaining (R3.1). */
  private boolean isChained() {
    return call.operation() == Operation.ASSUME_ROLE
        && credentials.caller().kind() == Caller.Kind.ROLE_SESSION;
  }

  private Optional<Integer> asked() {
    return call.text(Parameter.DURATION_SECONDS)
        .map(String::strip)
        .filter(t -> !t.isEmpty() && t.length() <= MOST_DIGITS && AccountNumber.isDigits(t))
        .map(Integer::valueOf);
  }

  /**
   * The duration of a call without faults.
   *
   * @param roleMost the longest session of the role
   * @param sessionEnd when the SAML assertion ends the session
   */
  Granted granted(Instant now, Optional<Integer> roleMost, Optional<Instant> sessionEnd) {
    Granted granted = withoutEnd(roleMost);
    long left = sessionEnd.map(end -> Duration.between(now, end).toSeconds()).orElse(-1L);
    return sessionEnd.isPresent() && left < granted.seconds()
        ? new Granted(
            (int) Math.max(0, left),
            "the SAML assertion ends the session at %s".formatted(sessionEnd.get()),
            List.of())
        : granted;
  }

  private Granted withoutEnd(Optional<Integer> roleMost) {
    int most = most(roleMost);
    int wanted = asked().orElse(range(call.operation()).usual());
    if (wanted > most && isRootsOwn()) {
      return cut();
    }
    String why =
        asked().isPresent()
            ? "the call asks for %d seconds".formatted(wanted)
            : "the call asks for no duration, and %s then gives %d seconds"
                .formatted(call.operation().shown(), wanted);
    String limit =
        wanted >= most ? ", the most it can get" : "; it could get up to %d".formatted(most);
    return new Granted(wanted, why + limit, List.of());
  }

  /** The longest session that this caller can get with this call. */
  private int most(Optional<Integer> roleMost) {
    int most = isRootsOwn() ? ROOT_MOST : range(call.operation()).most();
    int ofRole = call.operation().assumesRole() ? roleMost.orElse(most) : most;
    int chained = isChained() ? Quota.CHAINED_SESSION_DURATION.most() : most;
    return Math.min(most, Math.min(ofRole, chained));
  }

  /** Longer requests of the root user are cut, not refused (R3.15). */
  private Granted cut() {
    return new Granted(
        ROOT_MOST,
        "sessions of the root user last at most %d seconds".formatted(ROOT_MOST),
        asked().stream()
            .map(a -> "the duration was cut from %d to %d seconds".formatted(a, ROOT_MOST))
            .toList());
  }

  /** Whether the root user asks for a session of his own (R3.15). */
  private boolean isRootsOwn() {
    return range(call.operation()) == OF_USERS && credentials.caller().kind() == Caller.Kind.ROOT;
  }
}
