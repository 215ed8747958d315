package io.rolewright.parse.cloudformation;

import io.rolewright.parse.ReadOptions;
import io.rolewright.parse.tree.ArrayNode;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ObjectNode.Member;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.source.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Replaces intrinsic functions, in one world: a tree becomes a tree without calls, in which what is
 * not known is an unknown piece of text.
 *
 * <p>Law: resolving ends, whatever refers to itself, and never throws.
 */
final class Resolver {

  /** Above what readers let pass, so that only references get there. */
  private static final int DEEPEST = 250;

  /** How many names or conditions may rest on each other; each takes many frames of the stack. */
  private static final int LONGEST_CHAIN = 16;

  /**
   * How many values and characters one world may take, far above the 1 MB of a template: functions
   * inside functions can double what they hold at each level.
   */
  private static final int MOST_WORK = 4_000_000;

  private static final int WORK_OF_A_VALUE = 8;

  private final ProblemLog problems;
  private final Conditions conditions;
  private final References references;
  private final TextFunctions texts;
  private final Lookups lookups;
  private final Set<String> inProgress = new HashSet<>();
  private int depth;
  private int work;

  Resolver(Template template, ReadOptions options, World world, ProblemLog problems) {
    this.problems = problems;
    this.conditions = new Conditions(template, this, world, problems);
    Choices choices = new Choices(world);
    this.references = new References(template, this, options, choices, problems);
    this.texts = new TextFunctions(this, references, problems);
    this.lookups = new Lookups(template, this, choices, problems);
  }

  Conditions conditions() {
    return conditions;
  }

  References references() {
    return references;
  }

  /** The value without calls; nothing where it is {@code AWS::NoValue}. */
  Optional<Node> resolve(Node node) {
    if (!spend(WORK_OF_A_VALUE, node.origin())) {
      return Optional.of(Pieces.unknown(node.origin(), "a value that takes too much work"));
    }
    return deeper(
        node.origin(),
        () -> shallow(node),
        () -> Optional.of(Pieces.unknown(node.origin(), "a value nested too deeply")));
  }

  /** Takes work from what is left; false where that is not enough. */
  private boolean spend(int amount, Origin at) {
    if (work > MOST_WORK - amount) {
      if (work < MOST_WORK) {
        work = MOST_WORK;
        problems.warn("the template takes too much work; what comes from here on is unknown", at);
      }
      return false;
    }
    work += amount;
    return true;
  }

  private Optional<Node> shallow(Node node) {
    Optional<Intrinsic> call = Intrinsic.of(node);
    return call.isPresent()
        ? apply(call.get())
        : node.match(o -> Optional.of(object(o)), a -> Optional.of(array(a)), this::scalar);
  }

  /** Runs {@code work} one level deeper, unless that is too deep. */
  <T> T deeper(Origin at, Supplier<T> work, Supplier<T> tooDeep) {
    if (depth >= DEEPEST) {
      problems.warn("a value is nested or referred to too deeply", at);
      return tooDeep.get();
    }
    depth++;
    try {
      return work.get();
    } finally {
      depth--;
    }
  }

  /** The value as text; where it is none, a text that is not known. */
  ScalarNode text(Node node) {
    return resolve(node)
        .flatMap(Node::asScalar)
        .filter(scalar -> spend(scalar.text().length(), node.origin()))
        .orElseGet(() -> Pieces.unknown(node.origin(), "value " + placeOf(node.origin())));
  }

  /** Runs {@code work} unless it is running already, which is a circle, or the chain is long. */
  <T> T once(String what, Origin at, Supplier<T> work, Supplier<T> otherwise) {
    if (inProgress.contains(what)) {
      problems.warn(what + " refers to itself", at);
      return otherwise.get();
    }
    if (inProgress.size() >= LONGEST_CHAIN) {
      problems.warn("a value is nested or referred to too deeply", at);
      return otherwise.get();
    }
    inProgress.add(what);
    try {
      return work.get();
    } finally {
      inProgress.remove(what);
    }
  }

  /** A call that cannot be carried out because it is not written as it must be. */
  Node malformed(Intrinsic call, String expected) {
    problems.warn("`" + call.name() + "` takes " + expected, call.origin());
    return unknown(call);
  }

  /** The result of a call that only the deployment knows. */
  static ScalarNode unknown(Intrinsic call) {
    // why: two unknowns of one name stand for one text, so that the place makes the name
    return Pieces.unknown(call.origin(), call.name() + " " + placeOf(call.origin()));
  }

  private static String placeOf(Origin at) {
    return "on line " + at.start().line() + ", column " + at.start().column();
  }

  private Node object(ObjectNode object) {
    List<Member> members = new ArrayList<>();
    boolean same = true;
    for (Member member : object.members()) {
      if (member.name().equals("Fn::Transform")) {
        problems.gap(
            "what `Fn::Transform` adds here is not known; the rest is judged as it stands",
            member.key().origin());
        same = false;
        continue;
      }
      Optional<Node> value = resolve(member.value());
      same &= value.isPresent() && value.get() == member.value();
      value.ifPresent(v -> members.add(new Member(member.key(), v)));
    }
    return same ? object : new ObjectNode(object.origin(), object.tag(), members);
  }

  private Node array(ArrayNode array) {
    List<Node> items = new ArrayList<>();
    boolean same = true;
    for (Node item : array.items()) {
      Optional<Node> value = resolve(item);
      same &= value.isPresent() && value.get() == item;
      value.ifPresent(items::add);
    }
    return same ? array : new ArrayNode(array.origin(), array.tag(), items);
  }

  private Optional<Node> scalar(ScalarNode scalar) {
    return Optional.of(TextFunctions.withoutDynamicReferences(scalar));
  }

  private Optional<Node> apply(Intrinsic call) {
    return switch (call.name()) {
      case "Ref" -> references.ref(call);
      case "Fn::If" -> choose(call);
      case "Fn::GetAtt" -> Optional.of(references.attribute(call));
      case "Fn::Sub" -> Optional.of(texts.substituted(call));
      case "Fn::Join" -> Optional.of(texts.joined(call));
      case "Fn::Split" -> Optional.of(texts.split(call));
      case "Fn::ToJsonString" -> Optional.of(texts.jsonText(call));
      case "Fn::Select" -> lookups.select(call);
      case "Fn::FindInMap" -> lookups.findInMap(call);
      case "Fn::ImportValue" -> Optional.of(imported(call));
      case "Fn::Equals", "Fn::And", "Fn::Or", "Fn::Not", "Condition" -> Optional.of(truth(call));
      case "Fn::Base64", "Fn::Cidr", "Fn::GetAZs", "Fn::Length", "Fn::Transform" ->
          Optional.of(unknown(call));
      default -> Optional.of(notAFunction(call));
    };
  }

  private Optional<Node> choose(Intrinsic call) {
    List<Node> arguments = call.arguments();
    Optional<String> condition =
        arguments.size() == 3 ? Pieces.plain(arguments.get(0)) : Optional.empty();
    if (condition.isEmpty()) {
      return Optional.of(malformed(call, "a condition's name and two values"));
    }
    boolean holds = conditions.holds(condition.get(), arguments.get(0).origin());
    return resolve(arguments.get(holds ? 1 : 2));
  }

  private Node imported(Intrinsic call) {
    return Pieces.unknown(call.origin(), "import of `" + Pieces.shown(text(call.argument())) + "`");
  }

  private Node truth(Intrinsic call) {
    return Pieces.given(call.origin(), String.valueOf(conditions.holds(call)));
  }

  private Node notAFunction(Intrinsic call) {
    problems.warn("`" + call.name() + "` is no intrinsic function known here", call.origin());
    return unknown(call);
  }
}
