package io.rolewright.simulate;

import io.rolewright.model.ResourceElement;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.simulate.TextTest.Reading;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a {@code Resource} or {@code NotResource} covers a request's resource (R1.19 to R1.25).
 */
final class ResourceTest {

  /** How many parts an ARN has. */
  static final int PARTS = 6;

  /** One pattern. */
  private static final class Pattern {

    private final Text text;
    private final boolean star;
    private final boolean whole;
    private final boolean flat;
    private final boolean broken;
    private final boolean open;
    private final List<TextTest> parts;
    private final TextTest all;

    Pattern(Text written, Assumptions assumptions) {
      Text text = settled(written);
      List<Text> cut = text.split(':', PARTS);
      this.text = text;
      this.star = text.isStar();
      this.whole = cut.size() == PARTS;
      this.flat = assumptions.isB(Uncertainty.U5);
      this.broken = !whole && !endsInStar(text);
      this.open = !text.unknowns().isEmpty();
      this.parts = parts(whole ? cut : ArnTest.Parts.padded(cut, PARTS), assumptions);
      this.all = TextTest.of(text, Reading.LIKE, assumptions);
    }

    /** Variables count in the resource part only (R1.45); before it they are plain text. */
    private static Text settled(Text written) {
      List<TextPart> parts = new ArrayList<>();
      int colons = 0;
      for (TextPart part : written.parts()) {
        boolean plain = part instanceof TextPart.Variable && colons < PARTS - 1;
        parts.add(plain ? new TextPart.Literal(part.shown()) : part);
        if (part instanceof TextPart.Literal literal) {
          colons += (int) literal.value().chars().filter(c -> c == ':').count();
        }
      }
      return new Text(written.origin(), parts);
    }

    private static boolean endsInStar(Text text) {
      List<TextPart> parts = text.parts();
      return !parts.isEmpty() && parts.get(parts.size() - 1) instanceof TextPart.AnyRun;
    }

    /** Case may not count before the resource part (U6). */
    private static List<TextTest> parts(List<Text> cut, Assumptions assumptions) {
      Reading first =
          assumptions.isB(Uncertainty.U6) ? Reading.ARN_PART_IGNORING_CASE : Reading.ARN_PART;
      List<TextTest> tests = TextTest.all(cut.subList(0, PARTS - 1), first, assumptions);
      tests.add(TextTest.of(cut.get(PARTS - 1), Reading.LIKE, assumptions));
      return tests;
    }

    Truth matches(String resource, String[] given, Facts facts) {
      if (star) {
        return Truth.YES;
      }
      if (flat) {
        return all.matches(resource, facts);
      }
      // R1.24: the resource * of an action without resources is no ARN
      Truth byParts =
          broken || given.length != PARTS ? Truth.NO : ArnTest.Parts.match(parts, given, facts);
      // an unknown piece may hold colons, and then the parts lie elsewhere
      return byParts.isNo() && open ? all.matches(resource, facts) : byParts;
    }

    boolean isValueless(Facts facts) {
      return all.isValueless(facts);
    }

    Cause cause(Truth matched, Facts facts) {
      return matched.isNo() && broken && text.unknowns().isEmpty()
          ? Cause.TOO_FEW_PARTS
          : all.cause(matched, facts);
    }
  }

  private final ResourceElement element;
  private final List<Pattern> patterns = new ArrayList<>();
  private final boolean voidWithoutValue;
  private final boolean except;
  private final boolean absent;

  private ResourceTest(ResourceElement element, Assumptions assumptions) {
    this.element = element;
    element.patterns().forEach(text -> patterns.add(new Pattern(text, assumptions)));
    this.except = element.match(l -> false, e -> true, a -> false);
    this.absent = element.match(l -> false, e -> false, a -> true);
    this.voidWithoutValue = except && assumptions.isB(Uncertainty.U15);
  }

  static ResourceTest of(ResourceElement element, Assumptions assumptions) {
    return new ResourceTest(element, assumptions);
  }

  /** An absent element belongs to a statement that is unknown, an empty list to none (R1.8). */
  Truth matches(Facts facts, Trail trail) {
    trail.begin();
    Truth matched = absent ? Truth.UNKNOWN : any(facts, trail);
    Cause cause = absent ? Cause.NO_ELEMENT : Cause.PARTS;
    if (except && !patterns.isEmpty()) {
      matched = matched.not();
      if (voidWithoutValue && patterns.stream().anyMatch(p -> p.isValueless(facts))) {
        matched = Truth.NO;
        cause = Cause.VARIABLE_WITHOUT_VALUE;
      }
    }
    if (trail.isKept()) {
      String name = except ? "NotResource" : "Resource";
      List<String> given = List.of(facts.request().resource());
      trail.end(Step.Kind.RESOURCE, element.origin(), name, matched, cause, given);
    }
    return matched;
  }

  private Truth any(Facts facts, Trail trail) {
    String resource = facts.request().resource();
    String[] given = facts.resourceParts();
    Truth any = Truth.NO;
    for (Pattern pattern : patterns) {
      Truth one = pattern.matches(resource, given, facts);
      any = any.or(one);
      if (trail.isKept()) {
        trail.value(pattern.text, pattern.all.shown(), one, pattern.cause(one, facts));
      } else if (any.isYes()) {
        return any;
      }
    }
    return any;
  }
}
