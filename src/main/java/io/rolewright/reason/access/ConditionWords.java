package io.rolewright.reason.access;

import io.rolewright.catalog.ConditionKey;
import io.rolewright.catalog.ValueType;
import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Intervals;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.solve.Domain;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.strings.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tests of condition keys in English: {@code with MFA}, {@code from 10.0.0.0/8}, {@code if
 * aws:PrincipalTag/team is dev}. Law: the words say what the test says, an absent key included: a
 * negated test is true of a request without the key (R1.27), and the words say so unless something
 * else demands the key, or it goes without saying.
 */
public final class ConditionWords {

  /** What comes before the values of a key, if the test is positive; {@code not} else. */
  private static final Map<String, String> BEFORE =
      Map.of(
          "aws:sourcevpc", "through ",
          "aws:sourcevpce", "through ",
          "aws:requestedregion", "in ",
          "aws:principalorgid", "by principals of ");

  /** Keys whose absence means that it is not so, in plain words. */
  private static final Set<String> NOT_IF_ABSENT = Set.of("aws:sourcevpc", "aws:sourcevpce");

  private record Truth(String yes, String no) {}

  private static final Map<String, Truth> TRUTHS =
      Map.of(
          "aws:multifactorauthpresent", new Truth("with MFA", "without MFA"),
          "aws:securetransport", new Truth("over TLS", "not over TLS"),
          "aws:viaawsservice", new Truth("through an AWS service", "not through an AWS service"));

  private final Spelling spelling;
  private final Domains domains;

  private ConditionWords(Spelling spelling, Domains domains) {
    this.spelling = spelling;
    this.domains = domains;
  }

  /**
   * Words that spell keys so.
   *
   * @param domains say which keys are always there
   */
  public static ConditionWords of(Spelling spelling, Domains domains) {
    return new ConditionWords(spelling, domains);
  }

  /** A phrase for each test, all of which hold; a test that another one implies has none. */
  public List<String> of(List<Literal> all) {
    List<Literal> tests = Joint.of(all, this::isAddress);
    Set<Field> demanded = new HashSet<>();
    Set<Field> present = new HashSet<>();
    for (Literal test : tests) {
      if (test.positive() && !test.atom().fields().isEmpty()) {
        Field field = test.atom().fields().get(0);
        present.add(field);
        if (!(test.atom() instanceof Atom.Present)) {
          demanded.add(field);
        }
      }
    }
    List<String> phrases = new ArrayList<>();
    for (Literal test : tests) {
      boolean implied = test.atom() instanceof Atom.Present one && demanded.contains(one.field());
      if (!implied && !isAside(test, tests)) {
        phrases.add(phrase(test, present) + aside(test, tests));
      }
    }
    return phrases;
  }

  /** Whether the test only takes something away from what another one says of the same key. */
  private static boolean isAside(Literal test, List<Literal> tests) {
    return !test.positive()
        && isOfList(test)
        && tests.stream().filter(t -> t.positive() && isOfSame(t, test)).count() == 1;
  }

  /** What is taken away, as the end of a phrase; empty if nothing. */
  private String aside(Literal test, List<Literal> tests) {
    StringBuilder not = new StringBuilder();
    for (Literal other : tests) {
      if (test.positive() && isOfSame(test, other) && isAside(other, tests)) {
        not.append(not.isEmpty() ? " but not " : " and not ");
        not.append(valuesOf(((Atom.In) other.atom()).language(), key(other)).any());
      }
    }
    return not.toString();
  }

  private static boolean isOfSame(Literal one, Literal other) {
    return isOfList(one) && isOfList(other) && key(one).equals(key(other));
  }

  /** Whether it is told as {@code if key is values}. */
  private static boolean isOfList(Literal test) {
    return test.atom() instanceof Atom.In
        && !BEFORE.containsKey(key(test))
        && !TRUTHS.containsKey(key(test));
  }

  private static String key(Literal test) {
    return test.atom().fields().get(0).name();
  }

  private boolean isAddress(Field field) {
    return type(field.name()).filter(ValueType.IP_ADDRESS::equals).isPresent();
  }

  /** A test by itself. */
  public String of(Literal test) {
    return of(List.of(test)).get(0);
  }

  private String phrase(Literal test, Set<Field> present) {
    Atom atom = test.atom();
    boolean yes = test.positive();
    if (atom instanceof Atom.Symbol symbol) {
      return "if `" + symbol.name() + "` is " + (yes ? "so" : "not so");
    }
    Field field = atom.fields().get(0);
    String key = ValueWords.name(field, spelling);
    boolean there = isCertain(field, present);
    if (atom instanceof Atom.Present) {
      boolean mfa = !yes && key.equals("aws:MultiFactorAuthPresent");
      return mfa
          ? "without MFA (" + key + " is absent)"
          : "if " + key + (yes ? " is present" : " is absent");
    }
    if (atom instanceof Atom.In in) {
      return in(in, key, yes, there);
    }
    if (atom instanceof Atom.Within within) {
      return within(within, key, yes, there);
    }
    if (atom instanceof Atom.Joined joined) {
      return joined(
          joined, key, yes, joined.fields().stream().allMatch(f -> isCertain(f, present)));
    }
    return atom instanceof Atom.Some some
        ? set(Atom.Test.SOME, ValueWords.of(some.language()), key, yes, there)
        : set(
            Atom.Test.SOME_OUTSIDE,
            ValueWords.of(((Atom.SomeOutside) atom).language()),
            key,
            yes,
            there);
  }

  private boolean isCertain(Field field, Set<Field> present) {
    return present.contains(field) || domains.of(field).presence() == Domain.Presence.ALWAYS;
  }

  private String in(Atom.In in, String key, boolean yes, boolean there) {
    String name = in.field().name();
    Optional<String> truth =
        Optional.ofNullable(TRUTHS.get(name))
            .flatMap(words -> truth(words, in.language(), key, yes, there));
    if (truth.isPresent()) {
      return truth.get();
    }
    ValueWords values = valuesOf(in.language(), name);
    String before = BEFORE.get(name);
    if (before != null && yes) {
      return before + values.any();
    }
    if (before != null) {
      boolean plain = there || NOT_IF_ABSENT.contains(name);
      return "not " + before + values.any() + (plain ? "" : " (or " + key + " is absent)");
    }
    return "if " + key + " " + (yes ? values.is() : values.isNot() + (there ? "" : " (or absent)"));
  }

  /** Truth values are written in any case. */
  private ValueWords valuesOf(Language language, String key) {
    ValueWords values = ValueWords.of(language);
    return type(key).filter(ValueType.BOOL::equals).isPresent()
        ? new ValueWords(values.values(), values.wild(), false)
        : values;
  }

  /** Nothing where the plain words would not say it exactly. */
  private static Optional<String> truth(
      Truth words, Language language, String key, boolean yes, boolean there) {
    if (yes) {
      return ValueWords.isJust(language, true) ? Optional.of(words.yes) : Optional.empty();
    }
    boolean notFalse = ValueWords.isJust(language, false);
    if (!notFalse && !ValueWords.isJust(language, true)) {
      return Optional.empty();
    }
    String said = notFalse ? words.yes : words.no;
    return Optional.of(said + (there ? "" : " (or " + key + " is absent)"));
  }

  private Optional<ValueType> type(String key) {
    return spelling.found(key).map(ConditionKey::type);
  }

  private String within(Atom.Within within, String key, boolean yes, boolean there) {
    ValueType type = type(within.field().name()).orElse(ValueType.NUMERIC);
    String orAbsent = yes || there ? "" : " (or absent)";
    if (type == ValueType.IP_ADDRESS) {
      return address(within, key, yes, there);
    }
    Optional<Object> only = yes ? Optional.empty() : PointWords.only(within.points()).map(p -> p);
    Intervals points = yes || only.isPresent() ? within.points() : within.points().complement();
    String not = only.isPresent() ? "not " : "";
    if (type == ValueType.DATE) {
      boolean now = within.field().name().equals("aws:currenttime");
      String moments = not + PointWords.moments(points);
      return now
          ? moments + (orAbsent.isEmpty() ? "" : " (or " + key + " is absent)")
          : "if " + key + " is " + moments + orAbsent;
    }
    return "if " + key + " is " + not + PointWords.numbers(points) + orAbsent;
  }

  private String address(Atom.Within within, String key, boolean yes, boolean there) {
    List<String> ranges = AddressRanges.of(within.points());
    boolean source = within.field().name().equals("aws:sourceip");
    if (ranges.isEmpty()) {
      return "if " + (yes ? "" : "not (") + key + " within " + within.points() + (yes ? "" : ")");
    }
    String all = ValueWords.listed(ranges, "or");
    if (source) {
      String absent = yes || there ? "" : " (or " + key + " is absent)";
      return (yes ? "from " : "not from ") + all + absent;
    }
    return "if "
        + key
        + (yes ? " is in " : " is not in ")
        + all
        + (yes || there ? "" : " (or absent)");
  }

  private String joined(Atom.Joined joined, String key, boolean yes, boolean there) {
    ValueWords values = ValueWords.of(joined.templates(), spelling);
    if (joined.test() != Atom.Test.IN) {
      return set(joined.test(), values, key, yes, there);
    }
    return "if "
        + key
        + " "
        + (yes
            ? values.is()
            : values.isNot() + (there ? "" : " (or a value named here is absent)"));
  }

  private static String set(
      Atom.Test test, ValueWords values, String key, boolean yes, boolean there) {
    if (test == Atom.Test.SOME) {
      return (yes ? "if some " : "if no ") + key + " " + values.is();
    }
    return yes
        ? "if some " + key + " " + values.isNot()
        : "if every " + key + " " + values.is() + (there ? "" : " (or there is none)");
  }
}
