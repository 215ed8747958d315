package io.rolewright.reason.estate;

import io.rolewright.reason.encode.Callers;
import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Literal;
import io.rolewright.simulate.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Callers in words, from the tests of what makes them up. */
public final class CallerWords {

  private static final String OTHER_THAN = "other than ";

  private static final Set<Field> OF_CALLER =
      Set.of(
          Callers.ACCOUNT,
          Callers.NAME,
          Callers.PATH,
          Callers.USERNAME,
          Callers.SESSION,
          Callers.PRINCIPAL);

  private final List<Literal> tests;

  private CallerWords(List<Literal> tests) {
    this.tests = tests;
  }

  /** Whether a test says who somebody is; conditions say the rest. */
  public static boolean isOfCaller(Literal test) {
    List<Field> fields = test.atom().fields();
    return !fields.isEmpty() && OF_CALLER.contains(fields.get(0));
  }

  /**
   * Callers of a kind.
   *
   * @param tests which they pass; those that do not say who somebody is do not count
   */
  public static String of(Caller.Kind kind, List<Literal> tests) {
    List<Literal> who = tests.stream().filter(CallerWords::isOfCaller).toList();
    return switch (kind) {
      case USER -> principal("user", who);
      case ROLE_SESSION -> principal("role", who);
      case SERVICE, WEB_IDENTITY, SAML -> vouched(kind, who);
      default -> kind.shown();
    };
  }

  /** Users, roles, or both, who pass the tests. */
  static String principal(String noun, List<Literal> tests) {
    CallerWords words = new CallerWords(tests);
    return words.values(Callers.NAME).map(name -> named(noun, name)).orElse("any " + noun)
        + words.said(" named ", Callers.USERNAME)
        + words.said(" under the path ", Callers.PATH)
        + words.values(Callers.ACCOUNT).map(a -> " of account " + a).orElse(" of any account")
        + words.said(", in a session named ", Callers.SESSION);
  }

  private static String named(String noun, String name) {
    return (name.startsWith(OTHER_THAN) ? "any " : "") + noun + " " + name;
  }

  /** Those for whom somebody else vouches; several tests without a negated one are one list. */
  static String vouched(Caller.Kind kind, List<Literal> tests) {
    String any =
        switch (kind) {
          case SERVICE -> "any AWS service";
          case WEB_IDENTITY -> "anyone with a token of any OIDC provider";
          default -> "anyone with an assertion of any SAML provider";
        };
    String noun =
        switch (kind) {
          case SERVICE -> "service ";
          case WEB_IDENTITY -> "anyone with a token of ";
          default -> "anyone with an assertion of ";
        };
    CallerWords words = new CallerWords(tests);
    if (!tests.stream().allMatch(Literal::positive)) {
      return words.values(Callers.PRINCIPAL).map(name -> noun + name).orElse(any);
    }
    TreeSet<String> names = new TreeSet<>();
    tests.forEach(test -> names.addAll(texts(test.atom())));
    return names.isEmpty() ? any : noun + joined(withoutHosts(names));
  }

  /** A provider is named by its ARN too where its host is. */
  private static List<String> withoutHosts(TreeSet<String> names) {
    return names.stream()
        .filter(name -> names.stream().noneMatch(other -> other.endsWith("-provider/" + name)))
        .toList();
  }

  private String said(String before, Field field) {
    return values(field).map(text -> before + text).orElse("");
  }

  /** The values in words; nothing if the field may be anything. */
  private Optional<String> values(Field field) {
    List<String> said = new ArrayList<>();
    List<String> except = new ArrayList<>();
    for (Literal test : tests) {
      if (test.atom().fields().get(0).equals(field)) {
        (test.positive() ? said : except).add(joined(texts(test.atom())));
      }
    }
    if (said.isEmpty() && except.isEmpty()) {
      return Optional.empty();
    }
    String positive = said.isEmpty() ? "" : String.join(" that is also ", said);
    String negative = except.isEmpty() ? "" : OTHER_THAN + String.join(" and ", except);
    return Optional.of((positive + " " + negative).strip());
  }

  private static String joined(List<String> texts) {
    return String.join(" or ", texts.stream().map(text -> "`" + text + "`").toList());
  }

  /** What a text is compared with, open pieces in angle brackets. */
  private static List<String> texts(Atom atom) {
    if (atom instanceof Atom.In in) {
      return in.language().patterns().stream().map(Object::toString).toList();
    }
    if (atom instanceof Atom.Joined joined) {
      return joined.templates().stream()
          .map(template -> template.toString().replace("${<", "<").replace(">}", ">"))
          .toList();
    }
    return List.of(atom.toString());
  }
}
