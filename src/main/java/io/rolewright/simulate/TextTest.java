package io.rolewright.simulate;

import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares one text of a policy with a value of a request, whole with whole. Prepared once: what
 * does not depend on the request is decided here.
 */
final class TextTest implements Operand.Comparing {

  /** How a text is taken. */
  enum Reading {
    /** {@code *} and {@code ?} are characters, variables are substituted. */
    EQUAL(false, true, false),
    EQUAL_IGNORING_CASE(false, true, true),
    /** {@code *} and {@code ?} are wildcards. */
    LIKE(true, true, false),
    /** As written: no wildcards, no variables. */
    WRITTEN(false, false, false),
    /** An action: wildcards, no variables, no case. */
    ACTION(true, false, true),
    /** A part of an ARN in which variables are plain text (R1.45). */
    ARN_PART(true, false, false),
    ARN_PART_IGNORING_CASE(true, false, true);

    private final boolean wildcards;
    private final boolean variables;
    private final boolean ignoresCase;

    Reading(boolean wildcards, boolean variables, boolean ignoresCase) {
      this.wildcards = wildcards;
      this.variables = variables;
      this.ignoresCase = ignoresCase;
    }
  }

  private final Text text;
  private String shown; // worked out when first asked for
  private final Reading reading;
  private final boolean valuesAreWild;
  private final boolean open;
  private final boolean depends;
  private final Glob fixed;

  private TextTest(Text text, Reading reading, Assumptions assumptions) {
    this.text = text;
    this.reading = reading;
    this.valuesAreWild = reading.wildcards && assumptions.isB(Uncertainty.U16);
    this.open = text.parts().stream().anyMatch(TextPart.Unknown.class::isInstance);
    this.depends = text.parts().stream().anyMatch(this::depends);
    this.fixed = glob(text.parts());
  }

  static TextTest of(Text text, Reading reading, Assumptions assumptions) {
    return new TextTest(text, reading, assumptions);
  }

  private boolean depends(TextPart part) {
    return part instanceof TextPart.OwnAccount
        || reading.variables && part instanceof TextPart.Variable;
  }

  Text text() {
    return text;
  }

  /** The text as people read it. */
  String shown() {
    if (shown == null) {
      shown = text.shown();
    }
    return shown;
  }

  /** Whether {@code value} is the text, or may be if a piece of it is unknown. */
  @Override
  public Truth matches(String value, Facts facts) {
    Glob glob = fixed;
    if (depends) {
      if (!mayMatch(value)) {
        return Truth.NO;
      }
      Optional<List<TextPart>> parts = substituted(facts);
      if (parts.isEmpty()) {
        return Truth.NO;
      }
      glob = glob(parts.get());
    }
    String subject = reading.ignoresCase ? folded(value) : value;
    if (!glob.matches(subject)) {
      return Truth.NO;
    }
    return open ? Truth.UNKNOWN : Truth.YES;
  }

  /** Whether some value of what depends on the request makes it match. */
  private boolean mayMatch(String value) {
    return fixed.matches(reading.ignoresCase ? folded(value) : value);
  }

  /** Whether unknown pieces can make this text so. */
  boolean couldBe(String value) {
    return fixed.matches(value);
  }

  /** Why {@link #matches} answered so. */
  @Override
  public Cause cause(Truth matched, Facts facts) {
    return switch (matched) {
      case YES -> Cause.EQUAL;
      case UNKNOWN -> Cause.UNKNOWN;
      case NO -> isValueless(facts) ? Cause.VARIABLE_WITHOUT_VALUE : Cause.DIFFERS;
    };
  }

  /** Whether a variable has neither a value in this request nor a default (R1.47). */
  boolean isValueless(Facts facts) {
    return depends && reading.variables && !Variables.haveValues(text.parts(), facts.context());
  }

  /** The text with variables replaced; nothing where one has no value. */
  private Optional<List<TextPart>> substituted(Facts facts) {
    return Variables.substituted(text.parts(), facts, reading.variables, valuesAreWild);
  }

  /** An unknown piece may be any text, so it is compared as a star is. */
  private Glob glob(List<TextPart> parts) {
    Glob.Builder glob = new Glob.Builder();
    for (TextPart part : parts) {
      part.match(
          new TextPart.Cases<>(
              literal -> characters(glob, literal.value()),
              run -> reading.wildcards ? glob.run() : glob.characters("*"),
              one -> reading.wildcards ? glob.one() : glob.characters("?"),
              variable -> reading.variables ? glob.run() : characters(glob, variable.shown()),
              unknown -> glob.run(),
              own -> glob.run()));
    }
    return glob.build();
  }

  private Glob.Builder characters(Glob.Builder glob, String characters) {
    return glob.characters(reading.ignoresCase ? folded(characters) : characters);
  }

  /** Tests of several texts, in written order. */
  static List<TextTest> all(List<Text> texts, Reading reading, Assumptions assumptions) {
    List<TextTest> tests = new ArrayList<>();
    texts.forEach(text -> tests.add(of(text, reading, assumptions)));
    return tests;
  }

  /**
   * The text for comparing without regard to case: letter by letter, so that its length stays and
   * no language's rules apply (R1.32).
   */
  static String folded(String text) {
    int at = 0;
    while (at < text.length() && Character.toLowerCase(text.charAt(at)) == text.charAt(at)) {
      at++;
    }
    if (at == text.length()) {
      return text;
    }
    char[] letters = text.toCharArray();
    for (int i = at; i < letters.length; i++) {
      letters[i] = Character.toLowerCase(letters[i]);
    }
    return new String(letters);
  }
}
