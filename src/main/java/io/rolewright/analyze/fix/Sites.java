package io.rolewright.analyze.fix;

import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ObjectNode.Member;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.parse.tree.Tree;
import io.rolewright.source.Origin;
import io.rolewright.source.Span;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds places in a file as it is written: template functions stay calls, and policies that are the
 * text of a string are looked into. What a YAML alias brings in is found where it is written.
 */
final class Sites {

  private final Tree tree;

  Sites(Tree tree) {
    this.tree = tree;
  }

  /** The outermost place over {@code offset} that is as wished. */
  Optional<Site> at(int offset, Predicate<Site> wished) {
    for (Node root : tree.roots()) {
      Site site = Site.of(root, Optional.empty(), Optional.empty(), Script.FILE);
      Optional<Site> found = in(site, offset, wished);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Site> in(Site site, int offset, Predicate<Site> wished) {
    if (!reaches(site.node().origin().span(), offset)) {
      return Optional.empty();
    }
    if (wished.test(site)) {
      return Optional.of(site);
    }
    return site.node()
        .match(
            object -> inObject(site, object, offset, wished),
            array ->
                array.items().stream()
                    .filter(item -> site.node().origin().covers(item.origin()))
                    .map(item -> Site.of(item, Optional.empty(), Optional.of(site), site.script()))
                    .flatMap(child -> in(child, offset, wished).stream())
                    .findFirst(),
            scalar -> inText(site, scalar, offset, wished));
  }

  private Optional<Site> inObject(
      Site site, ObjectNode object, int offset, Predicate<Site> wished) {
    for (Member member : object.members()) {
      if (isHere(object, member)) {
        Site value = Site.of(member.value(), Optional.of(member), Optional.of(site), site.script());
        for (Site part : new Site[] {value.as(Site.Kind.MEMBER), value.as(Site.Kind.KEY)}) {
          if (reaches(part.span(), offset) && wished.test(part)) {
            return Optional.of(part);
          }
        }
        Optional<Site> found = in(value, offset, wished);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a member is written in this object, with its value: no alias brings it in. */
  static boolean isHere(ObjectNode object, Member member) {
    Origin value = member.value().origin();
    return object.origin().covers(member.key().origin())
        && object.origin().covers(value)
        && value.span().start() >= member.key().origin().span().end();
  }

  private static boolean reaches(Span span, int offset) {
    return span.start() <= offset && offset < Math.max(span.end(), span.start() + 1);
  }

  private Optional<Site> inText(Site site, ScalarNode scalar, int offset, Predicate<Site> wished) {
    Optional<Script> script = script(site, scalar);
    if (script.isEmpty()) {
      return Optional.empty();
    }
    return JsonReader.readEmbedded(scalar.characters(), Limits.DEFAULT)
        .root()
        .map(node -> Site.of(node, Optional.empty(), Optional.empty(), script.get()))
        .flatMap(inner -> in(inner, offset, wished));
  }

  /** How a policy is written in the text of a string; nothing where there is none. */
  private static Optional<Script> script(Site site, ScalarNode scalar) {
    if (site.script().form() != Script.Form.FILE || !scalar.text().stripLeading().startsWith("{")) {
      return Optional.empty();
    }
    boolean substituted = isSubstituted(site, scalar);
    if (scalar.tag().isPresent() && !substituted) {
      return Optional.empty();
    }
    String written = scalar.origin().written();
    int tag = scalar.tag().isPresent() ? scalar.tag().get().length() : 0;
    return form(written.substring(Math.min(tag, written.length())).stripLeading())
        .map(form -> new Script(form, substituted));
  }

  private static Optional<Script.Form> form(String written) {
    return switch (written.isEmpty() ? ' ' : written.charAt(0)) {
      case '"' -> Optional.of(Script.Form.DOUBLE);
      case '\'' -> Optional.of(Script.Form.SINGLE);
      case '|', '>' -> Optional.of(Script.Form.BLOCK);
      default -> Optional.empty();
    };
  }

  private static boolean isSubstituted(Site site, ScalarNode scalar) {
    boolean tagged = scalar.tag().filter("!Sub"::equals).isPresent();
    Optional<Site> list = site.parent().filter(p -> p.kind() == Site.Kind.ARRAY);
    boolean inTagged = list.flatMap(p -> p.node().tag()).filter("!Sub"::equals).isPresent();
    boolean called =
        site.name().equals("Fn::Sub") || list.filter(p -> p.name().equals("Fn::Sub")).isPresent();
    return tagged || inTagged || called;
  }
}
