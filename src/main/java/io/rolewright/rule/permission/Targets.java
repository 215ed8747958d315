package io.rolewright.rule.permission;

import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.encode.Terms;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * The resources that a question is about.
 *
 * @param within patterns of ARNs, one of which the resource must fit; {@code *} and {@code ?} are
 *     wildcards
 * @param except patterns that it must not fit
 * @param examples resources of the set to try first, the best first
 */
public record Targets(List<String> within, List<String> except, List<String> examples) {

  /** A name that nobody has chosen, so that only wildcards cover it. */
  public static final String FRESH = "zz-fresh";

  private static final int ARN_COLONS = 5;

  /** Requests are for resources, not for patterns of them; a lone star stands for none. */
  private static final Language WILD =
      Language.of(
          List.of(
              new Pattern.Builder().one().run().character('*').run().build(),
              new Pattern.Builder().run().character('*').run().one().build(),
              new Pattern.Builder().run().character('?').run().build()));

  public Targets {
    within = List.copyOf(within);
    except = List.copyOf(except);
    examples = List.copyOf(examples);
  }

  /** One resource. */
  public static Targets only(String arn) {
    return new Targets(List.of(arn), List.of(), List.of(arn));
  }

  /** The same without some. */
  public Targets but(List<String> patterns) {
    List<String> more = new ArrayList<>(except);
    more.addAll(patterns);
    return new Targets(within, more, examples);
  }

  /** These and others. */
  public Targets or(Targets others) {
    return new Targets(
        joined(within, others.within),
        joined(except, others.except),
        joined(examples, others.examples));
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  /** Whether the examples are all there are. */
  boolean isListed() {
    return except.isEmpty() && examples.containsAll(within);
  }

  /** What is before the first wildcard, of each pattern. */
  List<String> beginnings() {
    return within.stream().map(Targets::beginning).toList();
  }

  static String beginning(String pattern) {
    int end = 0;
    while (end < pattern.length() && "*?".indexOf(pattern.charAt(end)) < 0) {
      end++;
    }
    return pattern.substring(0, end);
  }

  Requests.Restriction restriction() {
    Language inside = language(within);
    Language outside = language(except);
    return e ->
        e.formulas()
            .and(
                e.formulas().in(Terms.RESOURCE, inside),
                e.formulas().not(e.formulas().in(Terms.RESOURCE, outside)),
                e.formulas().not(e.formulas().in(Terms.RESOURCE, WILD)));
  }

  private static Language language(List<String> globs) {
    return Language.of(globs.stream().map(Targets::pattern).toList());
  }

  /** In an ARN, a wildcard before the fifth colon stands for no colon (R1.20). */
  private static Pattern pattern(String glob) {
    Pattern.Builder pattern = new Pattern.Builder();
    int colons = glob.startsWith("arn:") ? 0 : ARN_COLONS;
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      boolean last = colons >= ARN_COLONS;
      switch (c) {
        case '*' -> pattern = last ? pattern.run() : pattern.runWithoutColon();
        case '?' -> pattern = last ? pattern.one() : pattern.oneWithoutColon();
        default -> pattern.character(c);
      }
      colons += c == ':' ? 1 : 0;
    }
    return pattern.build();
  }
}
