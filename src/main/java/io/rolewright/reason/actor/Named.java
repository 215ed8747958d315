package io.rolewright.reason.actor;

import io.rolewright.model.Condition;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What the policies of a target name in full, and so mean by it somebody or something that they
 * know: account numbers, organisations, networks. A pattern that leaves some of it open names
 * nobody: whoever happens to fit it may be a stranger.
 */
final class Named {

  private static final int ACCOUNT_DIGITS = 12;

  /** With so many letters an id that AWS gave out is nobody else's beginning. */
  private static final int WHOLE_ID = 12;

  private final Set<String> accounts = new TreeSet<>();
  private final Set<String> organizations;
  private final Map<String, Map<List<TextPart>, Text>> texts = new TreeMap<>();

  private Named(Set<String> accounts, Set<String> organizations) {
    this.accounts.addAll(accounts);
    this.organizations = organizations;
  }

  static Named in(Target target) {
    Named named = new Named(target.accounts(), target.organizations());
    named.accounts.add(target.owner());
    for (PolicyDocument document : target.documents()) {
      document.statements().forEach(named::add);
    }
    return named;
  }

  private void add(Statement statement) {
    for (PrincipalPattern pattern : statement.principal().patterns()) {
      addAccounts(pattern.text());
    }
    for (Condition condition : statement.conditions()) {
      Map<List<TextPart>, Text> known =
          texts.computeIfAbsent(condition.keyName(), k -> new LinkedHashMap<>());
      condition.values().forEach(value -> known.putIfAbsent(value.parts(), value));
      condition.values().forEach(this::addAccounts);
      if (condition.keyName().equals("aws:principalaccount")) {
        condition.values().forEach(this::addWhole);
      }
    }
  }

  /** Twelve digits between anything else are an account's number, wherever they stand. */
  private void addAccounts(Text text) {
    for (TextPart part : text.parts()) {
      if (part instanceof TextPart.Literal literal) {
        addAccounts(literal.value());
      }
    }
    List<Text> pieces = text.split(':', 6);
    if (pieces.size() == 6) {
      addWhole(pieces.get(4));
    }
  }

  /** Of what cannot be a number it is enough to know that nobody has it. */
  private void addWhole(Text account) {
    if (!account.hasWildcard()) {
      account.plain().filter(p -> p.length() == ACCOUNT_DIGITS).ifPresent(accounts::add);
    }
  }

  private void addAccounts(String letters) {
    int start = 0;
    for (int i = 0; i <= letters.length(); i++) {
      if (i == letters.length() || letters.charAt(i) < '0' || letters.charAt(i) > '9') {
        if (i - start == ACCOUNT_DIGITS) {
          accounts.add(letters.substring(start, i));
        }
        start = i + 1;
      }
    }
  }

  /** The numbers of accounts that are the owner's, known, or named by the policies. */
  Set<String> accounts() {
    return accounts;
  }

  /** The same as a language, without one of them. */
  Language accountsBut(String own) {
    return Language.of(
        accounts.stream().filter(a -> !a.equals(own)).map(Pattern::literal).toList());
  }

  /** What a key is compared with, each text once: policies that are asked about repeat others. */
  List<Text> of(String key) {
    return List.copyOf(texts.getOrDefault(key, Map.of()).values());
  }

  /** All that keys are compared with of whose names something is so. */
  List<Text> where(Predicate<String> key) {
    List<Text> found = new ArrayList<>();
    texts.forEach((name, all) -> found.addAll(key.test(name) ? all.values() : List.of()));
    return found;
  }

  /** Organisations and what is in them. */
  Language organizations() {
    List<Pattern> patterns = new ArrayList<>();
    where(key -> key.endsWith("orgid") || key.endsWith("orgpaths"))
        .forEach(text -> addId(text, patterns));
    organizations.forEach(id -> addId(id, true, patterns));
    return Language.of(patterns.stream().map(Pattern::ignoringCase).toList());
  }

  /** The ids that a key is compared with, and what they are the beginning of. */
  Language ids(String key) {
    List<Pattern> patterns = new ArrayList<>();
    of(key).forEach(text -> addId(text, patterns));
    return Language.of(patterns);
  }

  private static void addId(Text text, List<Pattern> into) {
    if (!text.parts().isEmpty() && text.parts().get(0) instanceof TextPart.Literal literal) {
      addId(literal.value(), text.parts().size() == 1, into);
    }
  }

  /** The id ends where the text does or at a separator; else it must be long to be whole. */
  private static void addId(String letters, boolean whole, List<Pattern> into) {
    int end = 0;
    while (end < letters.length() && letters.charAt(end) != '/' && letters.charAt(end) != ':') {
      end++;
    }
    String id = letters.substring(0, end);
    if (id.length() >= WHOLE_ID) {
      into.add(new Pattern.Builder().characters(id).run().build());
    } else if (whole || end < letters.length()) {
      into.add(Pattern.literal(id));
      into.add(new Pattern.Builder().characters(id + "/").run().build());
      into.add(new Pattern.Builder().characters(id + ":").run().build());
    }
  }
}
