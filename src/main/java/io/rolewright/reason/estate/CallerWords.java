package io.rolewright.reason.estate;

import io.rolewright.reason.encode.Callers;
import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Literal;
import io.rolewright.simulate.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Callers in words, from the tests of what makes them up. */
final class CallerWords {

  private final List<Literal> tests;

  private CallerWords(List<Literal> tests) {
    this.tests = tests;
  }

  /** Users, roles, or both, who pass the tests. */
  static String principal(String noun, List<Literal> tests) {
    CallerWords words = new CallerWords(tests);
    return words.values(Callers.NAME).map(name -> noun + " " + name).orElse("any " + noun)
        + words.said(" named ", Callers.USERNAME)
        + words.said(" under the path ", Callers.PATH)
        + words.values(Callers.ACCOUNT).map(a -> " of account " + a).orElse(" of any account")
        + words.said(", in a session named ", Callers.SESSION);
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
    String negative = except.isEmpty() ? "" : "other than " + String.join(" and ", except);
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
