package io.rolewright.reason.encode;

import io.rolewright.model.PolicyDocument;
import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.property.Judged;
import io.rolewright.simulate.Caller;
import io.rolewright.simulate.Request;
import io.rolewright.simulate.law.World;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Keys that are fields of their own, so that any context at all can be said. */
final class RawKeys implements KeyForms {
  private final KeyUses uses;
  private final Set<String> lists;

  private RawKeys(KeyUses uses, Set<String> lists) {
    this.uses = uses;
    this.lists = lists;
  }

  static RawKeys of(World world) {
    List<PolicyDocument> all = Judged.inForce(world.inForce(), "").documents();
    return new RawKeys(KeyUses.of(all), lists(world));
  }

  /** The keys of a request that are lists, in lower case. */
  static Set<String> lists(World world) {
    Set<String> lists = new TreeSet<>();
    for (String key : world.request().context().asMap().keySet()) {
      if (world.request().context().isList(key)) {
        lists.add(key.toLowerCase(Locale.ROOT));
      }
    }
    return lists;
  }

  @Override
  public KeyForm of(String key) {
    Set<KeyUses.Use> taken = uses.of(key);
    if (key.equals("aws:tagkeys") || lists.contains(key)) {
      return new KeyForm.Many(Field.set(key));
    }
    long sorts = taken.stream().filter(RawKeys::isPoint).count();
    boolean plain = !taken.contains(KeyUses.Use.TEXT) && !taken.contains(KeyUses.Use.SET);
    return sorts == 1 && plain
        ? new KeyForm.Line(Field.line(key), Optional.of(unreadable(key)), points(taken))
        : new KeyForm.One(Compound.of(Field.text(key)));
  }

  private static boolean isPoint(KeyUses.Use use) {
    return use == KeyUses.Use.NUMBER || use == KeyUses.Use.DATE || use == KeyUses.Use.ADDRESS;
  }

  private static PointForm points(Set<KeyUses.Use> taken) {
    if (taken.contains(KeyUses.Use.NUMBER)) {
      return PointForm.NUMBER;
    }
    return taken.contains(KeyUses.Use.DATE) ? PointForm.DATE : PointForm.ADDRESS;
  }

  private static String unreadable(String key) {
    return key + " unreadable";
  }

  Set<String> unreadable() {
    Set<String> symbols = new HashSet<>();
    uses.keys().forEach(key -> symbols.add(unreadable(key)));
    return symbols;
  }

  /** What a request says of the keys. */
  Assignment assignment(Request request) {
    Assignment said = Assignment.nothing();
    for (Map.Entry<String, List<String>> entry : request.context().asMap().entrySet()) {
      String key = entry.getKey().toLowerCase(Locale.ROOT);
      KeyForm form = of(key);
      if (form instanceof KeyForm.Many many) {
        said = said.with(many.set(), entry.getValue());
      } else if (form instanceof KeyForm.Line line) {
        Optional<BigDecimal> point = Values.point(line.form(), entry.getValue().get(0));
        said =
            point.isPresent()
                ? said.with(line.line(), point.get())
                : said.with(new Atom.Symbol(unreadable(key)));
      } else {
        said = said.with(Field.text(key), entry.getValue().get(0));
      }
    }
    return said;
  }

  /** What a request says of its caller. */
  static Assignment caller(Caller caller) {
    Assignment said = Assignment.nothing();
    if (caller.account().isPresent()) {
      said = said.with(Callers.ACCOUNT, caller.account().get());
    }
    Optional<String> named = caller.roleArn().or(caller::arn);
    if (named.isPresent()) {
      said = said.with(Callers.NAME, named.get().substring(named.get().indexOf('/') + 1));
      String arn = caller.arn().orElseThrow();
      said = said.with(Callers.SESSION, arn.substring(arn.lastIndexOf('/') + 1));
    }
    if (caller.userArn().isPresent()) {
      String arn = caller.userArn().get();
      said = said.with(Callers.ISSUER, arn.substring(arn.indexOf('/') + 1));
    }
    return caller.name().isPresent() ? said.with(Callers.PRINCIPAL, caller.name().get()) : said;
  }
}
