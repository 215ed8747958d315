package io.rolewright.rule.permission;

import io.rolewright.model.Identity;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Role;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.reason.encode.Callers;
import io.rolewright.reason.encode.Compound;
import io.rolewright.reason.estate.Relevant;
import io.rolewright.rule.Estate;
import io.rolewright.rule.trust.Partitions;
import io.rolewright.simulate.Caller;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who makes the requests of a holder: any session of the role, the user, or whoever gets the
 * policies of a group or of a file.
 *
 * @param kind user or role session
 * @param account where the input says it
 * @param pathAndName without the leading slash; empty where it is not known or nobody's in
 *     particular
 * @param tags of the role or user itself
 * @param tagged whether {@code tags} are all that can be in {@code aws:PrincipalTag}: nobody can
 *     pass others to a session
 */
public record Bearer(
    Caller.Kind kind,
    String partition,
    Optional<String> account,
    Optional<String> pathAndName,
    Map<String, String> tags,
    boolean tagged) {

  private static final Relevant TAGGING = new Relevant("sts:TagSession");
  private static final String SESSION = "session";
  private static final String NAMELESS = "zz-holder";
  private static final String TAG = "aws:principaltag/";

  /** Any session of a role. */
  static Bearer of(Role role, Optional<String> account) {
    List<Statement> trust = role.trust().map(PolicyDocument::statements).orElse(List.of());
    return new Bearer(
        Caller.Kind.ROLE_SESSION,
        Partitions.of(role, trust).map(Partitions::expected).orElse("aws"),
        account,
        named(role.name(), role.path()),
        role.tags(),
        role.trust().isPresent() && trust.stream().noneMatch(Bearer::takesTags));
  }

  private static boolean takesTags(Statement statement) {
    return !statement.isDeny() && TAGGING.maySpeak(statement);
  }

  /** A user; of a group, any of its users. */
  static Bearer of(Identity identity, Optional<String> account) {
    boolean user = identity.kind() == Identity.Kind.USER;
    return new Bearer(
        Caller.Kind.USER,
        "aws",
        account,
        user ? named(identity.name(), identity.path()) : Optional.of(NAMELESS),
        identity.tags(),
        user);
  }

  /** A role session of which nothing is known. */
  static Bearer anySession(Optional<String> account) {
    return new Bearer(Caller.Kind.ROLE_SESSION, "aws", account, Optional.empty(), Map.of(), false);
  }

  /** A user of whom nothing is known. */
  static Bearer anyUser(Optional<String> account) {
    return new Bearer(Caller.Kind.USER, "aws", account, Optional.of(NAMELESS), Map.of(), false);
  }

  private static Optional<String> named(Text name, Optional<String> path) {
    String before = path.orElse("/");
    return name.hasUnknown() || !before.startsWith("/")
        ? Optional.empty()
        : name.plain().map(n -> before.substring(1) + n);
  }

  /** The account, or what stands for it. */
  public String owner() {
    return account.orElse(Estate.UNNAMED_ACCOUNT);
  }

  /** The account in a pattern of ARNs; any where it is not known. */
  public String accountPattern() {
    return account.orElse("*");
  }

  /** A pattern of ARNs of IAM in the own account, such as of {@code role/*}. */
  public String iam(String resource) {
    return "arn:" + partition + ":iam::" + accountPattern() + ":" + resource;
  }

  /** The path with both slashes; {@code /} where it is not known. */
  public String path() {
    return "/" + pathAndName.map(n -> n.substring(0, n.lastIndexOf('/') + 1)).orElse("");
  }

  /** Whether it is a user, not a session of a role. */
  public boolean isUser() {
    return kind == Caller.Kind.USER;
  }

  /**
   * Resources of IAM in the own account that nobody has named, so that only wildcards cover them:
   * {@code role/zz-fresh} for {@code role/*}.
   */
  public Targets fresh(String resource) {
    String pattern = iam(resource.replace("*", Targets.FRESH));
    return new Targets(List.of(pattern), List.of(), List.of(pattern.replace("*", owner())));
  }

  /** All resources of IAM in the own account that fit a pattern. */
  public Targets any(String resource) {
    String example = iam(resource).replace("::*:", "::" + owner() + ":");
    return new Targets(
        List.of(iam(resource)), List.of(), List.of(example.replace("*", Targets.FRESH)));
  }

  /** Whether it is one role or user of the input, whose name is known. */
  public boolean isNamed() {
    return pathAndName.filter(name -> !name.equals(NAMELESS)).isPresent();
  }

  /** Whether a caller stands for anybody who has the permissions. */
  public static boolean isNameless(Caller caller) {
    return caller.arn().filter(arn -> List.of(arn.split("/")).contains(NAMELESS)).isPresent();
  }

  /** The name without path; empty where it is not known. */
  public Optional<String> lastName() {
    return pathAndName.map(name -> name.substring(name.lastIndexOf('/') + 1));
  }

  /** The own ARN where the name is known; an account that is not known is stood in for. */
  public Optional<String> selfArn() {
    return isNamed() ? Optional.of(self().examples().get(0)) : Optional.empty();
  }

  /** The user or role itself as what is asked for; of one without a name, any of any name. */
  public Targets self() {
    String pattern = iam((isUser() ? "user/" : "role/") + pathAndName.orElse(Targets.FRESH));
    return new Targets(List.of(pattern), List.of(), List.of(pattern.replace("*", owner())));
  }

  /** All of them. */
  public Callers callers() {
    Callers all = Callers.all(kind, partition).ofAccount(owner());
    return new Callers(
        all.kind(),
        all.partition(),
        all.account(),
        pathAndName.map(Compound::of).or(all::name),
        all.session(),
        all.issuer(),
        all.principal());
  }

  /** One of them, of whom nothing is special. */
  Caller caller() {
    return caller(SESSION);
  }

  /**
   * The one of them who is as another one's caller, whose kind, account and partition are equal.
   */
  Caller like(Caller other) {
    String arn = other.arn().orElse("");
    return pathAndName.isPresent() ? caller(arn.substring(arn.lastIndexOf('/') + 1)) : other;
  }

  private Caller caller(String session) {
    String name = pathAndName.orElse(NAMELESS);
    boolean user = kind == Caller.Kind.USER;
    String arn = "arn:" + partition + ":iam::" + owner() + (user ? ":user/" : ":role/") + name;
    String of = "arn:" + partition + ":sts::" + owner() + ":assumed-role/";
    String sessionArn = of + name.substring(name.lastIndexOf('/') + 1) + "/" + session;
    return new Caller(
        kind,
        Optional.of(user ? arn : sessionArn),
        user ? Optional.empty() : Optional.of(arn),
        Optional.empty(),
        Optional.of(owner()),
        Optional.empty());
  }

  /** What is so of a key that policies read, in lower case; nothing where the caller chooses. */
  Optional<Given> given(String key) {
    if (!tagged || !key.startsWith(TAG)) {
      return Optional.empty();
    }
    String tag = key.substring(TAG.length());
    return Optional.of(
        tags.entrySet().stream()
            .filter(each -> each.getKey().toLowerCase(Locale.ROOT).equals(tag))
            .map(Map.Entry::getValue)
            .sorted()
            .findFirst()
            .map(value -> Given.is(key, value))
            .orElseGet(() -> Given.absent(key)));
  }
}
