package io.rolewright.analyze.effective;

import io.rolewright.analyze.effective.Permission.Actions;
import io.rolewright.catalog.AccessLevel;
import io.rolewright.catalog.Catalog;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.reason.access.Abridged;
import io.rolewright.reason.access.Access;
import io.rolewright.reason.access.AccessWords;
import io.rolewright.reason.access.ActionSet;
import io.rolewright.reason.access.ActionTerm;
import io.rolewright.reason.access.Line;
import io.rolewright.reason.access.ServiceLevels;
import io.rolewright.reason.access.Spelling;
import io.rolewright.reason.property.Example;
import io.rolewright.reason.solve.Domains;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Puts lines of access into words, service by service. */
final class Wording {

  private final Catalog catalog = Catalog.shipped();
  private final AccessWords words;

  /**
   * @param policies whose spelling of actions and keys is kept
   * @param domains of the requests that the lines are about
   */
  Wording(Collection<PolicyDocument> policies, Domains domains) {
    this.words = AccessWords.of(Spelling.of(catalog).as(written(policies)), domains);
  }

  private static Set<String> written(Collection<PolicyDocument> policies) {
    Set<String> written = new LinkedHashSet<>();
    for (PolicyDocument policy : policies) {
      for (Statement statement : policy.statements()) {
        statement.action().patterns().stream().map(Text::shown).forEach(written::add);
        statement.conditions().forEach(c -> written.add(c.key().shown()));
      }
    }
    return written;
  }

  PermissionList list(
      Access<Statement> access,
      Collection<String> unknowns,
      Function<Line<Statement>, Example> example) {
    List<Permission> lines = new ArrayList<>();
    for (Part part : Part.all(access.lines())) {
      lines.add(permission(part, example.apply(part.line())));
    }
    lines.sort(Comparator.comparing(Permission::order));
    Set<String> open = new TreeSet<>(unknowns);
    return new PermissionList(lines, access.missing(), List.copyOf(open));
  }

  private Permission permission(Part part, Example example) {
    List<Actions> services = new ArrayList<>();
    part.services().forEach((name, terms) -> services.add(actions(name, terms)));
    Line<Statement> line = part.line();
    return new Permission(
        services, words.resources(line), words.conditions(line), line.sources(), example);
  }

  private Actions actions(String service, List<ActionTerm> terms) {
    ActionSet set = ActionSet.of(terms);
    Abridged shorter = Abridged.of(set, catalog);
    return new Actions(
        service, levels(service, set), shown(set.terms()), shown(shorter.actions().terms()));
  }

  private List<String> shown(List<ActionTerm> terms) {
    return terms.stream().map(words::term).toList();
  }

  private List<AccessLevel> levels(String service, ActionSet actions) {
    return ServiceLevels.of(actions, catalog).services().stream()
        .filter(levels -> levels.service().equals(service))
        .flatMap(levels -> levels.levels().keySet().stream())
        .toList();
  }
}
