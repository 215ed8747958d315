package io.rolewright.reason;

import io.rolewright.model.Text;
import io.rolewright.simulate.Caller;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A user or role session of some account that calls {@code sts:AssumeRole}.
 *
 * <p>What he chooses himself (external ID, session name, tags, MFA device, user agent) can have any
 * value that the policy mentions. What AWS says of him (account, ARN, organisation, network) he
 * cannot choose, save the name of his own role.
 */
final class AwsActor implements Actor {

  static final String ACTION = "sts:AssumeRole";

  /** Keys that a caller sets, or makes true in his own account, at will (class WEAK of R5.1). */
  private static final Set<String> CHOSEN =
      Set.of(
          "sts:externalid",
          "sts:sourceidentity",
          "aws:sourceidentity",
          "aws:useragent",
          "aws:referer",
          "aws:requestedregion",
          "aws:tokenissuetime",
          "aws:tagkeys",
          "sts:transitivetagkeys");

  private static final List<String> CHOSEN_PREFIXES =
      List.of("aws:requesttag/", "aws:principaltag/", "aws:resourcetag/", "iam:resourcetag/");

  private final String account;
  private final Optional<Caller> fixed;
  private final boolean outside;

  /**
   * @param outside whether his organisation and network are fresh ones of his own; otherwise they
   *     are whatever the policy asks
   */
  private AwsActor(String account, Optional<Caller> fixed, boolean outside) {
    this.account = account;
    this.fixed = fixed;
    this.outside = outside;
  }

  /** Anybody with an AWS account of his own, who names his users and roles as he likes. */
  static AwsActor stranger() {
    return new AwsActor(Strangers.ACCOUNT, Optional.empty(), true);
  }

  /** Somebody of an account, in an organisation and network that the policy accepts. */
  static AwsActor of(String account) {
    return new AwsActor(account, Optional.empty(), false);
  }

  /** Somebody of an account, in an organisation and network of its own. */
  static AwsActor outsider(String account) {
    return new AwsActor(account, Optional.empty(), true);
  }

  /** One given caller. */
  static AwsActor caller(Caller caller, boolean outside) {
    return new AwsActor(caller.account().orElseThrow(), Optional.of(caller), outside);
  }

  @Override
  public List<String> actions() {
    return List.of(ACTION);
  }

  @Override
  public List<Caller> callers(Mentions mentions) {
    if (fixed.isPresent()) {
      return List.of(fixed.get());
    }
    Set<Caller> callers = new LinkedHashSet<>();
    for (String number : accounts(mentions)) {
      addCallers(number, mentions, callers);
    }
    return new ArrayList<>(callers);
  }

  /** A stranger's account is any that nobody spoke of, or one that a pattern of the policy fits. */
  private Set<String> accounts(Mentions mentions) {
    return account.equals(Strangers.ACCOUNT)
        ? StrangersAccounts.of(mentions)
        : new LinkedHashSet<>(List.of(account));
  }

  private void addCallers(String number, Mentions mentions, Set<Caller> callers) {
    callers.add(Caller.user(number, Strangers.NAME));
    callers.add(Caller.roleSession(number, Strangers.NAME, Strangers.NAME));
    boolean namesOwn = !outside || account.equals(Strangers.ACCOUNT);
    if (!namesOwn) {
      return;
    }
    for (String arn : Arns.of(mentions.of("aws:principalarn"), number)) {
      Arns.caller(arn, number).ifPresent(callers::add);
    }
    for (Text name : mentions.of("aws:username")) {
      callers.add(Caller.user(number, Instances.of(name, Strangers.NAME, k -> Strangers.NAME)));
    }
    for (Text id : mentions.of("aws:userid")) {
      callers.add(Caller.roleSession(number, Strangers.NAME, sessionName(id)));
    }
  }

  /** Behind the colon of a role session's id stands the name that the caller gave the session. */
  private static String sessionName(Text id) {
    String written = Instances.of(id, "", key -> Strangers.NAME);
    String name = written.substring(written.indexOf(':') + 1);
    return name.isEmpty() ? Strangers.NAME : name;
  }

  @Override
  public List<List<String>> values(String key, Caller caller, List<Text> mentioned) {
    Optional<List<List<String>>> given =
        identity(key, caller).or(() -> surroundings(key, caller, mentioned));
    if (given.isPresent()) {
      return given.get();
    }
    if (key.equals("sts:rolesessionname")) {
      return chosen(mentioned, caller, false);
    }
    if (CHOSEN.contains(key) || CHOSEN_PREFIXES.stream().anyMatch(key::startsWith)) {
      return chosen(mentioned, caller, true);
    }
    return outside ? List.of(List.of()) : chosen(mentioned, caller, true);
  }

  /** What AWS says of the caller (R3.28, R1.50). */
  private Optional<List<List<String>>> identity(String key, Caller caller) {
    boolean user = caller.kind() == Caller.Kind.USER;
    String name = caller.arn().orElse("").replaceAll("^.*[:/]", "");
    return switch (key) {
      case "aws:principalaccount" -> only(caller.account().orElse(account));
      case "aws:principalarn" -> only((user ? caller.arn() : caller.roleArn()).orElse(""));
      case "aws:principaltype" -> only(user ? "User" : "AssumedRole");
      case "aws:username" -> user ? only(name) : Optional.of(List.of(List.of()));
      case "aws:userid" -> only(user ? "AIDASTRANGERXAMPLE12" : "AROASTRANGERXAMPLE12:" + name);
      case "aws:multifactorauthpresent" -> Optional.of(mfa(user));
      case "aws:multifactorauthage" -> Optional.of(List.of(List.of(), List.of("60")));
      case "aws:principalisawsservice", "aws:viaawsservice" -> only("false");
      case "aws:securetransport" -> Optional.of(List.of(List.of("true"), List.of("false")));
      default -> Optional.empty();
    };
  }

  /** Long-term keys carry no MFA key, a session of GetSessionToken may (R4.1, U22 option A). */
  private static List<List<String>> mfa(boolean user) {
    return user
        ? List.of(List.of(), List.of("true"), List.of("false"))
        : List.of(List.of(), List.of("false"));
  }

  /** Organisation, network and time. */
  private Optional<List<List<String>>> surroundings(
      String key, Caller caller, List<Text> mentioned) {
    if (key.equals("aws:currenttime") || key.equals("aws:epochtime")) {
      return Optional.of(Times.around(mentioned));
    }
    if (!outside) {
      return Optional.empty();
    }
    return switch (key) {
      case "aws:principalorgid", "aws:vpceorgid" -> Optional.of(orAbsent(Strangers.ORGANIZATION));
      case "aws:principalorgpaths", "aws:vpceorgpaths" ->
          Optional.of(orAbsent(Strangers.ORGANIZATION + "/r-strg/ou-strg-example1/"));
      case "aws:sourceip" -> Optional.of(Addresses.of(mentioned));
      case "aws:vpcsourceip" -> Optional.of(orAbsent("10.0.0.1"));
      case "aws:sourcevpc" -> Optional.of(orAbsent("vpc-0strangerexample1"));
      case "aws:sourcevpce" -> Optional.of(orAbsent("vpce-0strangerexample1"));
      case "aws:vpceaccount" -> Optional.of(orAbsent(caller.account().orElse(account)));
      default -> Optional.empty();
    };
  }

  private static Optional<List<List<String>>> only(String value) {
    return Optional.of(List.of(List.of(value)));
  }

  private static List<List<String>> orAbsent(String value) {
    return List.of(List.of(), List.of(value));
  }

  private List<List<String>> chosen(List<Text> mentioned, Caller caller, boolean absent) {
    return Choices.of(mentioned, absent, key -> known(key.toLowerCase(Locale.ROOT), caller));
  }

  /** What a policy variable stands for in this caller's requests; his tags are all alike. */
  private String known(String key, Caller caller) {
    return identity(key, caller).or(() -> surroundings(key, caller, List.of())).stream()
        .flatMap(List::stream)
        .filter(values -> !values.isEmpty())
        .findFirst()
        .map(values -> values.get(0))
        .orElse("x");
  }
}
