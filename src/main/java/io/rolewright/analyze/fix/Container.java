package io.rolewright.analyze.fix;

import io.rolewright.analyze.fix.Script.Quote;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ObjectNode.Member;
import io.rolewright.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An object or list of a file, to which elements are added and from which they are taken. */
final class Container {

  private final Layout layout;
  private final Site site;
  private final List<Span> elements;

  private Container(Layout layout, Site site, List<Span> elements) {
    this.layout = layout;
    this.site = site;
    this.elements = elements;
  }

  /**
   * @throws NotEditable if more depends on it than is seen here, or not all of it is
   */
  static Container of(Layout layout, Site site) throws NotEditable {
    Node node = site.node();
    List<Span> elements = new ArrayList<>();
    boolean whole = !site.isSpecial();
    for (Member member : node.asObject().map(ObjectNode::members).orElse(List.of())) {
      whole &= Sites.isHere(node.asObject().get(), member);
      elements.add(
          Site.of(member.value(), Optional.of(member), Optional.of(site), site.script())
              .as(Site.Kind.MEMBER)
              .span());
    }
    for (Node item : node.asArray().map(a -> a.items()).orElse(List.of())) {
      whole &= node.origin().covers(item.origin());
      elements.add(item.origin().span());
    }
    if (!whole || node.asScalar().isPresent()) {
      throw new NotEditable("an alias, anchor or tag stands here");
    }
    return new Container(layout, site, elements);
  }

  /** Puts a member behind the last. */
  Cut add(String name, Value value) throws NotEditable {
    if (!site.isFlow()) {
      int end = endOfLast();
      return new Cut(end, end, layout.lineBreak() + indent() + blockMember(name, value));
    }
    return addFlow(List.of(flowMember(name, value)));
  }

  /** Puts strings behind the last item. */
  Cut addItems(List<String> texts) throws NotEditable {
    Quote quote = site.quote();
    List<String> items = texts.stream().map(t -> site.script().string(t, quote)).toList();
    if (site.isFlow()) {
      return addFlow(items);
    }
    String dash = dash(elements.size() - 1);
    int end = endOfLast();
    StringBuilder lines = new StringBuilder();
    items.forEach(item -> lines.append(layout.lineBreak()).append(dash).append(item));
    return new Cut(end, end, lines.toString());
  }

  /** Puts a member before another. */
  Cut addBefore(int index, String name, Value value) throws NotEditable {
    int start = elements.get(index).start();
    String text =
        site.isFlow()
            ? flowMember(name, value) + layout.separator(site.node().origin().span(), elements)
            : blockMember(name, value) + layout.lineBreak() + indent();
    return new Cut(start, start, text);
  }

  private Cut addFlow(List<String> texts) throws NotEditable {
    Span outer = site.node().origin().span();
    if (elements.isEmpty()) {
      if (!layout.text().substring(outer.start() + 1, outer.end() - 1).isBlank()) {
        throw new NotEditable("something stands in the empty brackets");
      }
      return new Cut(outer.start() + 1, outer.end() - 1, String.join(", ", texts));
    }
    int end = elements.get(elements.size() - 1).end();
    String separator = layout.separator(outer, elements);
    return new Cut(end, end, separator + String.join(separator, texts));
  }

  private String flowMember(String name, Value value) {
    ObjectNode object = site.node().asObject().orElseThrow();
    Quote quote = layout.quote(object);
    String colon = layout.colon(object);
    return site.script().string(name, quote)
        + colon
        + layout.flow(value, site.script(), quote, colon, flowIndent());
  }

  /** Where elements stand on lines of their own, their indentation. */
  private Optional<String> flowIndent() {
    if (elements.isEmpty()) {
      return Optional.empty();
    }
    String separator = layout.separator(site.node().origin().span(), elements);
    int line = separator.lastIndexOf('\n');
    return line < 0 ? Optional.empty() : Optional.of(separator.substring(line + 1));
  }

  private String blockMember(String name, Value value) {
    Quote quote = layout.quote(site.node().asObject().orElseThrow());
    return site.script().string(name, quote)
        + ":"
        + layout.block(value, site.script(), quote, indent());
  }

  /** The indentation of block members. */
  private String indent() {
    return " ".repeat(layout.before(elements.get(0).start()).length());
  }

  private int endOfLast() throws NotEditable {
    int end = elements.get(elements.size() - 1).end();
    requireLast(end);
    return layout.lineEnd(end);
  }

  private void requireLast(int end) throws NotEditable {
    if (!layout.isLast(end)) {
      throw new NotEditable("something else stands behind it on the line");
    }
  }

  /** What stands before an item of a block list on its line. */
  private String dash(int index) throws NotEditable {
    String before = layout.before(elements.get(index).start());
    if (!before.strip().equals("-")) {
      throw new NotEditable("the item shares its line with something else");
    }
    return before;
  }

  int size() {
    return elements.size();
  }

  /** The number of the element that begins at an offset. */
  int indexOf(int start) throws NotEditable {
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i).start() == start) {
        return i;
      }
    }
    throw new NotEditable("there is no such element");
  }

  /** Takes all items from one on away, which is not the first. */
  List<Cut> removeFrom(int index) throws NotEditable {
    if (site.isFlow()) {
      int end = elements.get(elements.size() - 1).end();
      return List.of(new Cut(elements.get(index - 1).end(), end, ""));
    }
    List<Cut> cuts = new ArrayList<>();
    for (int i = index; i < elements.size(); i++) {
      cuts.add(remove(i));
    }
    return cuts;
  }

  /** Takes an element away, which is not the only one. */
  Cut remove(int index) throws NotEditable {
    Span gone = elements.get(index);
    boolean last = index == elements.size() - 1;
    if (site.isFlow()) {
      return last
          ? new Cut(elements.get(index - 1).end(), gone.end(), "")
          : new Cut(gone.start(), elements.get(index + 1).start(), "");
    }
    requireLast(gone.end());
    boolean list = site.kind() == Site.Kind.ARRAY;
    if (list || layout.before(gone.start()).isBlank()) {
      if (list) {
        dash(index);
      }
      return new Cut(layout.lineStart(gone.start()), layout.nextLine(gone.end()), "");
    }
    if (last) {
      throw new NotEditable("nothing could follow the dash");
    }
    return new Cut(gone.start(), elements.get(index + 1).start(), "");
  }
}
