package io.rolewright.analyze.fix;

import io.rolewright.analyze.fix.Script.Quote;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode.Member;
import io.rolewright.source.Span;
import java.util.Optional;

/**
 * A place in the tree of a file, and what it stands in.
 *
 * @param kind what is meant, since a mapping and its first key begin at the same character
 * @param node the value; of a member or its key the member's value
 * @param member that the node is the value of
 * @param parent the object or array around it
 * @param script how text is written there
 */
record Site(Kind kind, Node node, Optional<Member> member, Optional<Site> parent, Script script) {

  /** What a place is. */
  enum Kind {
    OBJECT,
    ARRAY,
    SCALAR,
    /** The name of a member. */
    KEY,
    /** A name with its value. */
    MEMBER
  }

  static Site of(Node node, Optional<Member> member, Optional<Site> parent, Script script) {
    Kind kind = node.match(o -> Kind.OBJECT, a -> Kind.ARRAY, s -> Kind.SCALAR);
    return new Site(kind, node, member, parent, script);
  }

  Site as(Kind other) {
    return new Site(other, node, member, parent, script);
  }

  /** From its first to its last character. */
  Span span() {
    Span value = node.origin().span();
    return switch (kind) {
      case OBJECT, ARRAY, SCALAR -> value;
      case KEY -> member.orElseThrow().key().origin().span();
      case MEMBER -> new Span(member.orElseThrow().key().origin().span().start(), value.end());
    };
  }

  /** The name that the place has in the object around it; empty in an array. */
  String name() {
    return member.map(Member::name).orElse("");
  }

  /** Whether it is written with brackets, rather than by indentation. */
  boolean isFlow() {
    String written = node.origin().written();
    return written.startsWith("{") || written.startsWith("[");
  }

  /** How strings are quoted here: as the string itself is, or as JSON around it demands. */
  Quote quote() {
    Quote own = Quote.of(node.itemsOrSelf().stream().findFirst().orElse(node).origin().written());
    return own == Quote.NONE && isInJson() ? Quote.DOUBLE : own;
  }

  private boolean isInJson() {
    Optional<Site> object = parent.filter(p -> p.kind == Kind.OBJECT);
    return object
        .filter(Site::isFlow)
        .flatMap(o -> o.node.asObject())
        .map(o -> o.members().get(0).key().origin().written().startsWith("\""))
        .orElseGet(() -> parent.filter(Site::isInJson).isPresent());
  }

  /** A value with a tag or an anchor, of which more depends than is seen here. */
  boolean isSpecial() {
    return node.tag().isPresent() || node.origin().written().startsWith("&");
  }
}
