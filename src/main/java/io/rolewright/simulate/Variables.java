package io.rolewright.simulate;

import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.source.Origin;
import io.rolewright.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Replaces policy variables by their values (section 1.6 of the semantics). */
final class Variables {

  /** The keys of several values that requests to STS and others have (R1.38). */
  private static final Set<String> MULTIVALUED =
      Set.of(
          "aws:tagkeys",
          "sts:transitivetagkeys",
          "aws:principalorgpaths",
          "aws:sourceorgpaths",
          "aws:resourceorgpaths",
          "aws:vpceorgpaths",
          "aws:calledvia",
          "aws:principalservicenameslist",
          "cognito-identity.amazonaws.com:amr",
          "sts:identitytokenaudience",
          "sts:requestcontextproviders");

  private static final Origin NO_PLACE = SourceFile.unread("").whole();

  private Variables() {}

  /** Whether a key has several values in its nature or in this request. */
  static boolean isMultivalued(String lowerKey, Context context) {
    return MULTIVALUED.contains(lowerKey) || context.isList(lowerKey);
  }

  /**
   * The parts with every variable and the own account replaced.
   *
   * @param variables whether variables are replaced; otherwise they stay
   * @param valuesAreWild whether {@code *} and {@code ?} in a value are wildcards (U16 option B)
   * @return nothing where a variable has neither value nor default (R1.47)
   */
  static Optional<List<TextPart>> substituted(
      List<TextPart> parts, Facts facts, boolean variables, boolean valuesAreWild) {
    List<TextPart> substituted = new ArrayList<>();
    for (TextPart part : parts) {
      if (part instanceof TextPart.OwnAccount) {
        substituted.add(new TextPart.Literal(facts.owner()));
      } else if (variables && part instanceof TextPart.Variable variable) {
        Optional<String> value = value(variable, facts.context());
        if (value.isEmpty()) {
          return Optional.empty();
        }
        // a default is plain text whatever it holds (R1.48)
        boolean wild = valuesAreWild && facts.context().has(variable.key());
        addValue(value.get(), wild, substituted);
      } else {
        substituted.add(part);
      }
    }
    return Optional.of(substituted);
  }

  /** Whether every variable has a value in the request, or a default. */
  static boolean haveValues(List<TextPart> parts, Context context) {
    for (TextPart part : parts) {
      if (part instanceof TextPart.Variable variable && value(variable, context).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static void addValue(String value, boolean wild, List<TextPart> into) {
    if (wild) {
      into.addAll(Text.pattern(NO_PLACE, value).parts());
    } else if (!value.isEmpty()) {
      into.add(new TextPart.Literal(value));
    }
  }

  /** R1.46 to R1.48: only a key of a single value can stand for a variable, else its default. */
  private static Optional<String> value(TextPart.Variable variable, Context context) {
    String key = variable.key().toLowerCase(Locale.ROOT);
    List<String> values = context.getLower(key);
    if (values.isEmpty()) {
      return MULTIVALUED.contains(key) ? Optional.empty() : variable.defaultValue();
    }
    return isMultivalued(key, context) ? Optional.empty() : Optional.of(values.get(0));
  }
}
