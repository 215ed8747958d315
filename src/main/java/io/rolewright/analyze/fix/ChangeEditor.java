package io.rolewright.analyze.fix;

import io.rolewright.analyze.fix.Script.Quote;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.rule.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Makes one change in one text, at a place that was found in it. */
final class ChangeEditor {

  /** What a policy for roles cannot do without. */
  private static final Set<String> KEPT =
      Set.of("Statement", "Effect", "Action", "NotAction", "Principal", "NotPrincipal");

  private final Layout layout;

  ChangeEditor(String text) {
    this.layout = new Layout(text);
  }

  private Container container(Site site) throws NotEditable {
    return Container.of(layout, site);
  }

  /** The text of a string or a name. */
  List<Cut> replace(Site site, Change.Replace change) throws NotEditable {
    if (site.kind() == Site.Kind.KEY && around(site).has(change.text())) {
      throw new NotEditable("there is a member of this name already");
    }
    if (site.kind() == Site.Kind.ARRAY) {
      return replaceAll(site, List.of(change.text()));
    }
    return List.of(rewritten(site, change.text()));
  }

  private Cut rewritten(Site site, String text) throws NotEditable {
    ScalarNode scalar =
        site.kind() == Site.Kind.KEY
            ? site.member().orElseThrow().key()
            : site.node().asScalar().orElseThrow(() -> new NotEditable("it is no string"));
    String written = scalar.origin().written();
    boolean expression =
        scalar.tag().isPresent() || (site.script().substituted() && written.contains("${"));
    if (expression || "&|>?".indexOf(written.isEmpty() ? '&' : written.charAt(0)) >= 0) {
      throw new NotEditable("it is an expression, or no simple string");
    }
    Quote quote = site.kind() == Site.Kind.KEY ? Quote.of(written) : site.quote();
    String fresh = site.script().string(text, quote);
    return new Cut(site.span().start(), site.span().end(), fresh);
  }

  private static ObjectNode around(Site site) {
    return site.parent().flatMap(p -> p.node().asObject()).orElseThrow();
  }

  /** All strings of a value. */
  List<Cut> replaceAll(Site site, List<String> values) throws NotEditable {
    if (site.kind() == Site.Kind.SCALAR) {
      Cut one = rewritten(site, values.get(0));
      if (site.parent().filter(p -> p.kind() == Site.Kind.ARRAY).isPresent()) {
        return replaceItem(site, values, one);
      }
      Quote quote = Quote.of(site.node().origin().written());
      return List.of(new Cut(one.start(), one.end(), Layout.strings(values, site.script(), quote)));
    }
    List<Node> items = site.node().asArray().orElseThrow().items();
    Container list = container(site);
    List<Cut> cuts = new ArrayList<>();
    for (int i = 0; i < items.size() && i < values.size(); i++) {
      Site item = Site.of(items.get(i), Optional.empty(), Optional.of(site), site.script());
      if (item.node().asScalar().filter(isText(values.get(i))).isEmpty()) {
        cuts.add(rewritten(item, values.get(i)));
      }
    }
    if (values.size() > items.size()) {
      cuts.add(list.addItems(values.subList(items.size(), values.size())));
    }
    if (values.size() < items.size()) {
      cuts.addAll(list.removeFrom(values.size()));
    }
    return cuts;
  }

  /** One item of a list becomes several; what the list says already is not said again. */
  private List<Cut> replaceItem(Site item, List<String> values, Cut first) throws NotEditable {
    Site list = item.parent().orElseThrow();
    List<String> more = new ArrayList<>(values.subList(1, values.size()));
    list.node().itemsOrSelf().forEach(i -> i.asScalar().ifPresent(s -> more.remove(s.text())));
    return more.isEmpty() ? List.of(first) : List.of(first, container(list).addItems(more));
  }

  private static Predicate<ScalarNode> isText(String text) {
    return scalar -> scalar.tag().isEmpty() && scalar.text().equals(text);
  }

  /** An element, with what would be left empty. */
  List<Cut> remove(Site site) throws NotEditable {
    Site parent = site.parent().orElseThrow(() -> new NotEditable("it is all there is"));
    Container around = container(parent);
    boolean member = site.member().isPresent();
    if (member && KEPT.contains(site.name())) {
      throw new NotEditable("the policy needs it");
    }
    Site element = member ? site.as(Site.Kind.MEMBER) : site;
    return around.size() > 1
        ? List.of(around.remove(around.indexOf(element.span().start())))
        : remove(parent);
  }

  /** A member of an operator's object. */
  List<Cut> changeOperator(Site test, String operator) throws NotEditable {
    Site old = test.parent().orElseThrow();
    Site block = old.parent().orElseThrow(() -> new NotEditable("it is no condition"));
    Optional<Site> other = child(block, operator);
    if (other.isEmpty() && container(old).size() == 1) {
      return List.of(rewritten(old.as(Site.Kind.KEY), operator));
    }
    List<Cut> cuts = new ArrayList<>(remove(test));
    Value values = new Value.Strings(texts(test.node()));
    if (other.isPresent()) {
      cuts.add(addTest(other.get(), test.name(), values));
    } else {
      Container operators = container(block);
      int index = operators.indexOf(old.as(Site.Kind.MEMBER).span().start());
      cuts.add(operators.addBefore(index, operator, new Value.Nested(test.name(), values)));
    }
    return cuts;
  }

  private static List<String> texts(Node value) throws NotEditable {
    List<String> texts = new ArrayList<>();
    for (Node item : value.itemsOrSelf()) {
      Optional<ScalarNode> scalar = item.asValue().filter(s -> s.tag().isEmpty());
      texts.add(scalar.orElseThrow(() -> new NotEditable("a value is an expression")).text());
    }
    if (value.tag().isPresent() || texts.isEmpty()) {
      throw new NotEditable("the values are an expression, or none");
    }
    return texts;
  }

  private Cut addTest(Site operator, String key, Value values) throws NotEditable {
    ObjectNode tests = object(operator);
    String lower = key.toLowerCase(Locale.ROOT);
    if (tests.members().stream().anyMatch(m -> m.name().toLowerCase(Locale.ROOT).equals(lower))) {
      throw new NotEditable("the key is tested by this operator already");
    }
    return container(operator).add(key, values);
  }

  private static ObjectNode object(Site site) throws NotEditable {
    return site.node().asObject().orElseThrow(() -> new NotEditable("it is no object"));
  }

  /** The value of a member of an object. */
  private static Optional<Site> child(Site site, String name) throws NotEditable {
    ObjectNode object = object(site);
    Optional<ObjectNode.Member> member = object.member(name);
    if (member.filter(m -> !Sites.isHere(object, m)).isPresent()) {
      throw new NotEditable("an alias stands here");
    }
    return member.map(m -> Site.of(m.value(), Optional.of(m), Optional.of(site), site.script()));
  }

  List<Cut> addCondition(Site statement, Change.AddCondition change) throws NotEditable {
    Value values = new Value.Strings(change.values());
    Value test = new Value.Nested(change.key(), values);
    Optional<Site> block = child(statement, "Condition");
    if (block.isEmpty()) {
      Value all = new Value.Nested(change.operator(), test);
      return List.of(container(statement).add("Condition", all));
    }
    Optional<Site> operator = child(block.get(), change.operator());
    return List.of(
        operator.isPresent()
            ? addTest(operator.get(), change.key(), values)
            : container(block.get()).add(change.operator(), test));
  }

  List<Cut> addAction(Site statement, String action) throws NotEditable {
    Site actions =
        child(statement, "Action").orElseThrow(() -> new NotEditable("there is no Action"));
    return addString(actions, action);
  }

  private List<Cut> addString(Site value, String text) throws NotEditable {
    if (value.kind() == Site.Kind.ARRAY) {
      return List.of(container(value).addItems(List.of(text)));
    }
    List<String> both = new ArrayList<>(texts(value.node()));
    both.add(text);
    return replaceAll(value, both);
  }

  List<Cut> addPrincipal(Site statement, Change.AddPrincipal change) throws NotEditable {
    Site principal =
        child(statement, "Principal").orElseThrow(() -> new NotEditable("there is no Principal"));
    Optional<Site> type = child(principal, change.type());
    return type.isPresent()
        ? addString(type.get(), change.value())
        : List.of(
            container(principal).add(change.type(), new Value.Strings(List.of(change.value()))));
  }
}
