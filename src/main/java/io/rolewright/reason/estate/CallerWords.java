package io.rolewright.reason.estate;

import io.rolewright.reason.encode.Callers;
import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.strings.Language;
import io.rolewright.simulate.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Callers in words, from the tests of what makes them up. */
final class CallerWords {

  private final Map<Field, List<Literal>> tests = new TreeMap<>();
  private final String owner;

  private CallerWords(List<Literal> all, String owner) {
    this.owner = owner;
    for (Literal test : all) {
      tests.computeIfAbsent(test.atom().fields().get(0), f -> new ArrayList<>()).add(test);
    }
  }

  /**
   * Whoever passes the tests.
   *
   * @param both whether users and role sessions alike are meant
   * @param owner the account of the role
   */
  static String of(boolean both, Caller.Kind kind, List<Literal> tests, String owner) {
    CallerWords words = new CallerWords(tests, owner);
    return switch (kind) {
      case USER, ROLE_SESSION, FEDERATED_USER, ROOT, ASSUMED_ROOT ->
          words.principal(both ? "principal" : kind == Caller.Kind.USER ? "user" : "role");
      case SERVICE -> words.vouched("service", "any AWS service");
      case WEB_IDENTITY -> words.vouched("token of", "a token of any OIDC provider");
      case SAML -> words.vouched("assertion of", "an assertion of any SAML provider");
      case ANONYMOUS -> "anyone, without credentials";
    };
  }

  private String principal(String noun) {
    String text = values(Callers.NAME).map(n -> noun + " " + n).orElse("any " + noun);
    String user = values(Callers.USERNAME).map(n -> " named " + n).orElse("");
    String path = values(Callers.PATH).map(p -> " under the path " + p).orElse("");
    String session = values(Callers.SESSION).map(s -> " in a session named " + s).orElse("");
    String account = values(Callers.ACCOUNT).map(a -> " of account " + a).orElse(" of any account");
    return text + user + path + account + session;
  }

  private String vouched(String noun, String any) {
    return values(Callers.PRINCIPAL).map(name -> noun + " " + name).orElse(any);
  }

  /** The values in words; nothing if the field may be anything. */
  private Optional<String> values(Field field) {
    List<Literal> of = tests.getOrDefault(field, List.of());
    List<String> said = new ArrayList<>();
    List<String> except = new ArrayList<>();
    for (Literal test : of) {
      if (test.atom() instanceof Atom.In in) {
        (test.positive() ? said : except).add(words(in.language()));
      }
    }
    if (said.isEmpty() && except.isEmpty()) {
      return Optional.empty();
    }
    String positive = said.isEmpty() ? "any" : String.join(" that is also ", said);
    return Optional.of(
        except.isEmpty() ? positive : positive + " but " + String.join(" and ", except));
  }

  private String words(Language language) {
    return language.patterns().stream()
        .map(Object::toString)
        .map(text -> "`" + text + "`")
        .collect(Collectors.joining(" or "));
  }

  @Override
  public String toString() {
    return tests + " " + owner;
  }
}
