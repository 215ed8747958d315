package io.rolewright.reason.estate;

import io.rolewright.model.Condition;
import io.rolewright.model.ConditionOperator;
import io.rolewright.model.ConditionOperator.Comparison;
import io.rolewright.model.ConditionOperator.SetQualifier;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The few contexts that make a difference, where policies read nothing but keys of which that is
 * plain: those that are fixed, yes-or-no keys, and keys that are compared with whole texts. Law: a
 * request with any other context is decided as one with a context of these.
 */
final class Universe {

  /** More contexts are for the solver. */
  private static final int MOST = 96;

  private static final String FRESH = "other";
  private static final Set<Comparison> WHOLE =
      EnumSet.of(
          Comparison.STRING_EQUALS, Comparison.STRING_LIKE, Comparison.BOOL, Comparison.NULL);

  /** A context, and how many of its keys the caller has to choose. */
  record Choice(Context all, Context chosen, String session) {}

  private final Principal principal;
  private final FixedKeys fixed;
  private final Reading reading;

  private Universe(Principal principal, FixedKeys fixed, Reading reading) {
    this.principal = principal;
    this.fixed = fixed;
    this.reading = reading;
  }

  /** The contexts, those first of which the caller chooses least; none if they are too many. */
  static Optional<List<Choice>> of(Principal principal, FixedKeys fixed, Reading reading) {
    return new Universe(principal, fixed, reading).all();
  }

  private Optional<List<Choice>> all() {
    if (reading.hasOpenSession() || !reading.variables().stream().allMatch(fixed::has)) {
      return Optional.empty();
    }
    List<Choice> choices = sessions();
    for (String key : reading.keys()) {
      if (fixed.has(key)) {
        choices = with(choices, key, List.of(fixed.of(key)), false);
        continue;
      }
      Optional<List<Optional<String>>> values = values(key);
      if (values.isEmpty() || choices.size() * values.get().size() > MOST) {
        return Optional.empty();
      }
      choices = with(choices, key, values.get(), true);
    }
    choices.sort(Comparator.comparingInt(choice -> choice.chosen().asMap().size()));
    return Optional.of(choices);
  }

  private List<Choice> sessions() {
    Set<String> names = new LinkedHashSet<>(List.of(Principal.SESSION));
    if (principal.isRole()) {
      names.addAll(reading.sessions());
    }
    List<Choice> choices = new ArrayList<>();
    names.forEach(name -> choices.add(new Choice(Context.EMPTY, Context.EMPTY, name)));
    return choices;
  }

  private static List<Choice> with(
      List<Choice> choices, String key, List<Optional<String>> values, boolean chosen) {
    List<Choice> more = new ArrayList<>();
    for (Optional<String> value : values) {
      for (Choice choice : choices) {
        more.add(value.map(text -> with(choice, key, text, chosen)).orElse(choice));
      }
    }
    return more;
  }

  private static Choice with(Choice choice, String key, String value, boolean chosen) {
    String name = Spelled.key(key);
    return new Choice(
        choice.all().with(name, value),
        chosen ? choice.chosen().with(name, value) : choice.chosen(),
        choice.session());
  }

  /** What a key may say; nothing if that is not plain. */
  private Optional<List<Optional<String>>> values(String key) {
    return switch (key) {
      case "aws:multifactorauthpresent" -> mfa();
      case "aws:securetransport" -> Optional.of(List.of(Optional.of("true"), Optional.of("false")));
      case "aws:principalorgid" ->
          reading.keys().contains("aws:principalorgpaths") ? Optional.empty() : texts(key, true);
      case "sts:externalid", "aws:requestedregion" -> texts(key, true);
      case "sts:rolesessionname" -> texts(key, false);
      default -> Optional.empty();
    };
  }

  /** R4.1; sessions of roles cannot show MFA (U22). */
  private Optional<List<Optional<String>>> mfa() {
    if (reading.keys().contains("aws:multifactorauthage")) {
      return Optional.empty();
    }
    List<Optional<String>> values = new ArrayList<>(List.of(Optional.empty()));
    if (principal.kind() == Caller.Kind.USER) {
      values.add(Optional.of("true"));
    }
    values.add(Optional.of("false"));
    return Optional.of(values);
  }

  private Optional<List<Optional<String>>> texts(String key, boolean optional) {
    Set<Optional<String>> values = new LinkedHashSet<>();
    if (optional) {
      values.add(Optional.empty());
    }
    for (Condition condition : reading.of(key)) {
      if (!condition.operator().filter(Universe::isWhole).isPresent()) {
        return Optional.empty();
      }
      for (Text text : condition.values()) {
        boolean like = condition.operator().get().comparison() == Comparison.STRING_LIKE;
        if (like && text.hasWildcard() || hasVariable(text) || text.plain().isEmpty()) {
          return Optional.empty();
        }
        values.add(text.plain());
      }
    }
    values.add(Optional.of(fresh(values)));
    return Optional.of(List.copyOf(values));
  }

  /** What it stands for is a value, too, and not one that is written here. */
  private static boolean hasVariable(Text text) {
    return text.parts().stream().anyMatch(TextPart.Variable.class::isInstance);
  }

  private static boolean isWhole(ConditionOperator operator) {
    return operator.set() == SetQualifier.NONE && WHOLE.contains(operator.comparison());
  }

  private static String fresh(Set<Optional<String>> taken) {
    String fresh = FRESH;
    while (taken.contains(Optional.of(fresh))) {
      fresh += "-one";
    }
    return fresh;
  }
}
