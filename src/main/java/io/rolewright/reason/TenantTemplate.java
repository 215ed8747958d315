package io.rolewright.reason;

import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How an identity provider builds a token's subject or audience: fixed text and fields, one or more
 * of which name the tenant.
 *
 * <p>Asked for a value that a pattern matches and that belongs to a tenant nobody knows, it looks
 * for one in which every tenant field takes part in a wildcard. {@code repo:acme*} admits {@code
 * repo:acme-stranger/…}, {@code repo:acme/*} admits nothing foreign.
 */
public final class TenantTemplate {

  /** Which characters a field may hold besides letters and digits. */
  private enum Field {
    /** The tenant's name. */
    TENANT("-_.", Strangers.NAME, true),
    /** The tenant's number. */
    TENANT_ID("", "999999999", true),
    /** A name below the tenant. */
    NAME("-_.", Strangers.NAME, false),
    /** Names below the tenant, one inside the other. */
    PATH("-_./", Strangers.NAME, false),
    /** A number below the tenant. */
    ID("", "888888888", false),
    /** The name of a claim. */
    CLAIM("_", "ref", false),
    /** A value without separators. */
    VALUE("-_./@ %+", "refs/heads/main", false),
    /** Whatever follows. */
    REST("-_./@ %+:", "ref:refs/heads/main", false);

    private final String also;
    private final String sample;
    private final boolean tenant;

    Field(String also, String sample, boolean tenant) {
      this.also = also;
      this.sample = sample;
      this.tenant = tenant;
    }

    boolean admits(char c) {
      boolean digit = c >= '0' && c <= '9';
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean number = this == TENANT_ID || this == ID;
      return digit || (letter && !number) || also.indexOf(c) >= 0;
    }
  }

  /** One character of fixed text, or a field of at least one character. */
  private record Atom(char literal, Optional<Field> field) {}

  /** Half of it at least are characters, runs being joined: no claim of a token is so long. */
  private static final int LONGEST = 1_000;

  private final List<Atom> atoms = new ArrayList<>();
  private final String sample;
  private final int tenants;

  private TenantTemplate(String written) {
    StringBuilder whole = new StringBuilder();
    int count = 0;
    int at = 0;
    while (at < written.length()) {
      if (written.charAt(at) == '{') {
        int close = written.indexOf('}', at);
        Field field = Field.valueOf(written.substring(at + 1, close));
        atoms.add(new Atom('\0', Optional.of(field)));
        whole.append(field.sample);
        count += field.tenant ? 1 : 0;
        at = close + 1;
      } else {
        atoms.add(new Atom(written.charAt(at), Optional.empty()));
        whole.append(written.charAt(at++));
      }
    }
    this.sample = whole.toString();
    this.tenants = count;
  }

  /** A template of literal text and fields in braces: {@code repo:{TENANT}/{NAME}:{REST}}. */
  public static TenantTemplate of(String written) {
    return new TenantTemplate(written);
  }

  /**
   * A pattern that every value fits. Fields are said to hold no colon where they hold none; that
   * they hold no other separators is left open, so that it fits more than the issuer makes.
   */
  public Pattern shape() {
    return shape(atoms, new Pattern.Builder()).build();
  }

  /** Patterns of which each value of a tenant fits one, by its name or number. */
  public List<Pattern> ofTenant(String tenant) {
    List<Pattern> patterns = new ArrayList<>();
    for (int i = 0; i < atoms.size(); i++) {
      Field field = atoms.get(i).field().orElse(Field.REST);
      if (field.tenant
          && !tenant.isEmpty()
          && tenant.chars().allMatch(c -> field.admits((char) c))) {
        Pattern.Builder named = shape(atoms.subList(0, i), new Pattern.Builder());
        named.characters(tenant);
        boolean more = i + 1 < atoms.size();
        patterns.add((more ? named.character(atoms.get(i + 1).literal()).run() : named).build());
      }
    }
    return patterns;
  }

  private static Pattern.Builder shape(List<Atom> atoms, Pattern.Builder into) {
    for (Atom atom : atoms) {
      if (atom.field().isEmpty()) {
        into.character(atom.literal());
      } else if (atom.field().get().admits(':')) {
        into.one().run();
      } else {
        into.oneWithoutColon().runWithoutColon();
      }
    }
    return into;
  }

  /** A value of a tenant nobody knows. */
  public String sample() {
    return sample;
  }

  /** A foreign tenant's value that the pattern matches, if there is one. */
  public Optional<String> foreign(Text pattern) {
    List<TextPart> glob = new ArrayList<>();
    boolean run = false;
    for (TextPart part : pattern.parts()) {
      boolean again = run && part instanceof TextPart.AnyRun;
      run = part instanceof TextPart.AnyRun;
      if (again) {
        continue;
      }
      if (part instanceof TextPart.Literal literal) {
        literal.value().chars().forEach(c -> glob.add(new TextPart.Literal("" + (char) c)));
      } else {
        glob.add(part);
      }
    }
    return glob.size() > LONGEST ? Optional.empty() : new Search(glob).from(0, 0, false, 0);
  }

  /** Walks pattern and template side by side. */
  private final class Search {

    /** Where the walk is: in the pattern, in the template, inside a field, tenants left open. */
    private record State(int glob, int atom, boolean inside, int free, boolean freeHere) {}

    private final List<TextPart> glob;
    private final Set<State> failed = new HashSet<>();

    Search(List<TextPart> glob) {
      this.glob = glob;
    }

    Optional<String> from(int g, int t, boolean inside, int free) {
      return walk(new State(g, t, inside, free, false));
    }

    private Optional<String> walk(State s) {
      if (!failed.add(s)) {
        return Optional.empty();
      }
      if (s.atom == atoms.size()) {
        boolean rest = glob.subList(s.glob, glob.size()).stream().allMatch(Search::isRun);
        return rest && s.free == tenants ? Optional.of("") : Optional.empty();
      }
      Optional<Field> field = atoms.get(s.atom).field();
      return skipRun(s).or(() -> field.isPresent() ? inField(s, field.get()) : literal(s));
    }

    /** As soon as it may, the walk goes on to what the pattern says next. */
    private Optional<String> skipRun(State s) {
      return at(s).filter(Search::isRun).isPresent()
          ? walk(new State(s.glob + 1, s.atom, s.inside, s.free, s.freeHere))
          : Optional.empty();
    }

    private Optional<String> literal(State s) {
      char c = atoms.get(s.atom).literal();
      Optional<TextPart> part = at(s);
      if (part.filter(p -> isRun(p) || isOne(p) || isChar(p, c)).isEmpty()) {
        return Optional.empty();
      }
      int next = isRun(part.get()) ? s.glob : s.glob + 1;
      return walk(new State(next, s.atom + 1, false, s.free, false)).map(rest -> c + rest);
    }

    private Optional<String> inField(State s, Field field) {
      Optional<String> stay = at(s).flatMap(part -> stay(s, field, part));
      if (stay.isPresent() || !s.inside) {
        return stay;
      }
      int free = s.free + (field.tenant && s.freeHere ? 1 : 0);
      return walk(new State(s.glob, s.atom + 1, false, free, false));
    }

    /** The field goes on with what the pattern has here. */
    private Optional<String> stay(State s, Field field, TextPart part) {
      if (isRun(part) && !s.freeHere) {
        String text = s.inside && field.admits('-') ? "-" + field.sample : field.sample;
        return walk(new State(s.glob, s.atom, true, s.free, true)).map(rest -> text + rest);
      }
      if (isOne(part)) {
        char any = field.admits('x') ? 'x' : '9';
        return walk(new State(s.glob + 1, s.atom, true, s.free, true)).map(rest -> any + rest);
      }
      if (part instanceof TextPart.Literal literal && field.admits(literal.value().charAt(0))) {
        return walk(new State(s.glob + 1, s.atom, true, s.free, s.freeHere))
            .map(rest -> literal.value() + rest);
      }
      return Optional.empty();
    }

    private Optional<TextPart> at(State s) {
      return s.glob < glob.size() ? Optional.of(glob.get(s.glob)) : Optional.empty();
    }

    private static boolean isRun(TextPart part) {
      return part instanceof TextPart.AnyRun;
    }

    private static boolean isOne(TextPart part) {
      return part instanceof TextPart.AnyOne;
    }

    private static boolean isChar(TextPart part, char c) {
      return part instanceof TextPart.Literal literal && literal.value().charAt(0) == c;
    }
  }
}
