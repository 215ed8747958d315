package io.rolewright.reason.actor;

import io.rolewright.catalog.TokenForm;
import io.rolewright.catalog.TokenForm.Level;
import io.rolewright.catalog.TokenForm.Segment;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.reason.TokenClaims;
import io.rolewright.reason.TokenTemplate;
import io.rolewright.reason.encode.KeyForm;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Intervals;
import io.rolewright.reason.solve.Hints;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import io.rolewright.simulate.Operands;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What another customer of an identity provider has a say in. His tokens name him, whom the
 * policies do not name: no name or number that a policy writes out is his, though a pattern may fit
 * his. What the provider lets its customers choose he chooses.
 */
final class TenantKeys implements Say {

  private static final String SENTINEL = "sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d";

  private static final Set<String> CHOSEN =
      Set.of(
          "aws:tagkeys",
          "sts:transitivetagkeys",
          "aws:useragent",
          "aws:referer",
          "aws:requestedregion");

  /** Claims inside a subject of GitHub that bind it to an owner, wherever they stand in it. */
  private static final List<String> OWNERS =
      List.of(
          "job_workflow_ref",
          "repository_owner_id",
          "repository_owner",
          "repository_id",
          "repository",
          "repo",
          "enterprise_id",
          "enterprise");

  private static final List<String> SHOWN =
      List.of("sub", "aud", "app_id", "repository", "job_workflow_ref");

  private static final TokenForm SESSION =
      TokenForm.of("MicrosoftSentinel_<workspace:tenant:name>");

  private static final Predicate<Segment> TENANT = segment -> segment.level() == Level.TENANT;

  private final String prefix;
  private final TokenClaims claims;
  private final Named named;
  private final Foreign foreign;
  private final Set<String> tenants;
  private final Set<String> borrowed;
  private final Map<String, List<TokenTemplate>> templates = new HashMap<>();

  TenantKeys(String provider, Named named) {
    this(provider, named, Set.of());
  }

  /**
   * @param borrowed claims that can be about what belongs to another customer
   */
  TenantKeys(String provider, Named named, Set<String> borrowed) {
    String lower = provider.toLowerCase(Locale.ROOT);
    this.prefix = lower + ":";
    this.claims = TokenClaims.of(lower);
    this.named = named;
    this.foreign = new Foreign(named, "");
    this.borrowed = borrowed;
    this.tenants = Tokens.names(named.where(key -> key.startsWith(prefix) || isSession(key)));
  }

  private boolean isSession(String key) {
    return key.equals("sts:rolesessionname") && prefix.startsWith(SENTINEL);
  }

  @Override
  public Formula of(Key key) {
    if (key.name().startsWith(prefix)) {
      return claim(key, key.name().substring(prefix.length()));
    }
    if (isSession(key.name())) {
      return ofTenant(key, sessions());
    }
    boolean chosen =
        CHOSEN.contains(key.name())
            || key.name().startsWith("aws:requesttag/")
            || key.name().equals("sts:rolesessionname");
    return foreign.of(key).orElseGet(() -> chosen ? Typed.of(key) : given(key));
  }

  private static Formula given(Key key) {
    return switch (key.name()) {
      case "aws:viaawsservice" -> key.only("false");
      case "aws:securetransport",
          "aws:currenttime",
          "aws:epochtime",
          "aws:principalisawsservice",
          "aws:resourceaccount" ->
          key.free();
      default -> key.absent();
    };
  }

  private Formula claim(Key key, String claim) {
    if (claims.isNever(claim)) {
      return key.absent();
    }
    if (claims.isChosen(claim) || borrowed.contains(claim)) {
      return key.free();
    }
    if (key.form() instanceof KeyForm.Line) {
      return key.only(points(key.name()).complement());
    }
    List<TokenTemplate> templates = templates(claim);
    return templates.isEmpty() ? key.never(beginnings(key.name())) : ofTenant(key, templates);
  }

  /** The numbers that policies write. */
  private Intervals points(String key) {
    Intervals points = Intervals.none();
    for (Text text : named.of(key)) {
      Optional<BigDecimal> number = text.plain().flatMap(Operands::number);
      points = number.isPresent() ? points.union(Intervals.at(number.get())) : points;
    }
    return points;
  }

  private List<TokenTemplate> templates(String claim) {
    return templates.computeIfAbsent(
        claim, c -> claims.forms(c).stream().map(TokenTemplate::of).toList());
  }

  /** Sentinel names its sessions itself, after the customer's workspace (R5.10). */
  private static List<TokenTemplate> sessions() {
    return List.of(TokenTemplate.of(SESSION));
  }

  /** Of such a form, and no tenant's that the policies name. */
  private Formula ofTenant(Key key, List<TokenTemplate> templates) {
    List<Pattern> known = new ArrayList<>();
    List<String> owners =
        OWNERS.stream().filter(owner -> isWritten(key.name(), owner + ":")).toList();
    for (String tenant : tenants) {
      templates.forEach(template -> known.addAll(template.with(tenant, Segment::tellsTenant)));
      owners.forEach(owner -> addOwner(":" + owner + ":" + tenant, known));
    }
    named.of(key.name()).stream()
        .filter(text -> templates.stream().allMatch(t -> isOneField(t)) && !text.hasWildcard())
        .forEach(text -> text.plain().map(Pattern::literal).ifPresent(known::add));
    List<Pattern> shapes = templates.stream().map(TokenTemplate::shape).toList();
    // nobody else has the name in other letters, small or capital
    List<Pattern> anyCase = known.stream().map(Pattern::ignoringCase).toList();
    return key.onlyBut(Language.of(shapes), Language.of(anyCase));
  }

  /** Then a whole value is a name, whatever letters it has. */
  private static boolean isOneField(TokenTemplate template) {
    return template.with("1", Segment::tellsTenant).stream().anyMatch(Pattern.literal("1")::equals);
  }

  private boolean isWritten(String key, String letters) {
    return named.of(key).stream().anyMatch(text -> text.shown().contains(letters));
  }

  private static void addOwner(String written, List<Pattern> into) {
    if (!written.endsWith(":")) {
      for (String end : List.of("/", "@", ":")) {
        into.add(new Pattern.Builder().run().characters(written + end).run().build());
      }
      into.add(new Pattern.Builder().run().characters(written).build());
    }
  }

  /** Where nothing is known of the form, only what stands in front can name the tenant. */
  private Language beginnings(String key) {
    List<Pattern> patterns = new ArrayList<>();
    for (Text text : named.of(key)) {
      if (!text.parts().isEmpty() && text.parts().get(0) instanceof TextPart.Literal literal) {
        Pattern.Builder start = new Pattern.Builder().characters(literal.value());
        patterns.add((text.parts().size() == 1 ? start : start.run()).build());
      }
    }
    return Language.of(patterns);
  }

  /** Values of a key that people know when they see them. */
  Optional<Hints> examples(String key) {
    if (key.equals("sts:rolesessionname")) {
      return Optional.of(Hints.made(() -> examples(key, sessions())));
    }
    String claim = key.startsWith(prefix) ? key.substring(prefix.length()) : "";
    return SHOWN.contains(claim) && !claims.isChosen(claim)
        ? Optional.of(Hints.made(() -> examples(key, templates(claim))))
        : Optional.empty();
  }

  private List<String> examples(String key, List<TokenTemplate> templates) {
    List<String> examples = new ArrayList<>();
    templates.stream().limit(1).forEach(template -> examples.add(template.sample(TENANT)));
    for (Text text : named.of(key)) {
      templates.forEach(template -> template.matching(text, TENANT).ifPresent(examples::add));
    }
    templates.stream().skip(1).limit(2).forEach(template -> examples.add(template.sample(TENANT)));
    return examples;
  }
}
