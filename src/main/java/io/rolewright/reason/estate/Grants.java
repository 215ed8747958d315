package io.rolewright.reason.estate;

import io.rolewright.model.ResourceElement;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.reason.strings.Pattern;
import io.rolewright.simulate.NamedPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/**
 * Who may have been allowed to assume which roles by policies of his own: an index of patterns of
 * role ARNs by the letters that a role's path and name must begin with. Finds everybody who has an
 * Allow that covers a role, and perhaps others.
 */
final class Grants {

  private static final String ROLE = ":role/";

  /** One pattern with those who have it. */
  private static final class Entry {
    final Text text;
    final Pattern pattern;
    final List<Integer> holders = new ArrayList<>();

    Entry(Text text) {
      this.text = text;
      this.pattern = Pattern.glob(text.shown());
    }

    boolean mayCover(String arn) {
      return text.hasUnknown() || !text.variables().isEmpty() || pattern.matches(arn);
    }
  }

  private final Map<String, Map<Text, Entry>> byStart = new HashMap<>();
  private final TreeSet<Integer> lengths = new TreeSet<>();
  private final List<Integer> anywhere = new ArrayList<>();

  /** Takes in the policies of a principal, of which only what speaks about the call is given. */
  void add(int holder, List<NamedPolicy> policies) {
    for (NamedPolicy policy : policies) {
      for (Statement statement : policy.document().statements()) {
        if (!statement.isDeny()) {
          add(holder, statement.resource());
        }
      }
    }
  }

  private void add(int holder, ResourceElement element) {
    boolean listed = element.match(l -> true, e -> false, a -> false);
    if (!listed) {
      anywhere.add(holder);
      return;
    }
    for (Text text : element.patterns()) {
      add(holder, text);
    }
  }

  private void add(int holder, Text text) {
    if (text.isStar()) {
      anywhere.add(holder);
      return;
    }
    String start = start(text);
    lengths.add(start.length());
    byStart
        .computeIfAbsent(start, s -> new LinkedHashMap<>())
        .computeIfAbsent(text, Entry::new)
        .holders
        .add(holder);
  }

  /** The letters behind {@code :role/}, as far as they are certain to be the role's. */
  private static String start(Text text) {
    StringBuilder known = new StringBuilder();
    boolean role = false;
    for (TextPart part : text.parts()) {
      if (!(part instanceof TextPart.Literal literal)) {
        if (role) {
          return known.toString();
        }
        continue;
      }
      int at = literal.value().indexOf(ROLE);
      if (!role && at >= 0) {
        role = true;
        known.append(literal.value().substring(at + ROLE.length()));
      } else if (role) {
        known.append(literal.value());
      }
    }
    return role ? known.toString() : "";
  }

  /** Gives everybody who may have an Allow for a role; some more than once. */
  void covering(Principal role, IntConsumer holder) {
    anywhere.forEach(holder::accept);
    String name = role.pathAndName();
    for (int length : lengths) {
      if (length > name.length()) {
        break;
      }
      for (Entry entry : byStart.getOrDefault(name.substring(0, length), Map.of()).values()) {
        if (entry.mayCover(role.arn())) {
          entry.holders.forEach(holder::accept);
        }
      }
    }
    open(role, holder);
  }

  /** A role of which a piece is open may have any name. */
  private void open(Principal role, IntConsumer holder) {
    if (role.arn().indexOf('<') < 0) {
      return;
    }
    byStart
        .values()
        .forEach(
            entries -> entries.values().forEach(entry -> entry.holders.forEach(holder::accept)));
  }
}
