package io.rolewright.reason.solve;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is true of every request: what each field can say, and laws between fields. A field that is
 * not named can be absent and can say anything. Immutable.
 */
public final class Domains {

  private static final Domains FREE = new Domains(new TreeMap<>(), List.of());

  private final SortedMap<Field, Domain> domains;
  private final List<Formula> laws;

  private Domains(SortedMap<Field, Domain> domains, List<Formula> laws) {
    this.domains = domains;
    this.laws = laws;
  }

  /** Every field can say anything. */
  public static Domains free() {
    return FREE;
  }

  /** The same, and {@code field} is so. */
  public Domains with(Field field, Domain domain) {
    if (domain instanceof Domain.Points != (field.sort() == Field.Sort.LINE)) {
      throw new IllegalArgumentException("the domain does not suit " + field);
    }
    SortedMap<Field, Domain> more = new TreeMap<>(domains);
    more.put(field, domain);
    return new Domains(more, laws);
  }

  /** The same, and {@code law} holds. */
  public Domains withLaw(Formula law) {
    List<Formula> more = new ArrayList<>(laws);
    more.add(law);
    return new Domains(domains, List.copyOf(more));
  }

  /** The same fields, and just these laws instead. */
  public Domains under(List<Formula> laws) {
    return new Domains(domains, List.copyOf(laws));
  }

  /** What holds of every request, besides what single fields can say. */
  public List<Formula> laws() {
    return laws;
  }

  /** What the field can say. */
  public Domain of(Field field) {
    Domain any = field.sort() == Field.Sort.LINE ? Domain.Points.any() : Domain.Texts.any();
    return domains.getOrDefault(field, any);
  }

  /** Whether what the request says of the field, or that it says nothing, is possible. */
  public boolean allow(Assignment request, Field field) {
    Domain domain = of(field);
    if (domain.presence() != Domain.Presence.OPTIONAL
        && domain.presence() == Domain.Presence.ALWAYS != request.isPresent(field)) {
      return false;
    }
    if (domain instanceof Domain.Points points) {
      return request.point(field).stream().allMatch(points::has);
    }
    Domain.Texts texts = (Domain.Texts) domain;
    return request.text(field).stream().allMatch(texts::has)
        && request.texts(field).stream().allMatch(texts::has);
  }

  /** The fields that were named, ascending. */
  public List<Field> named() {
    return List.copyOf(domains.keySet());
  }

  /** The fields that are always there, ascending. */
  List<Field> alwaysPresent() {
    return domains.entrySet().stream()
        .filter(entry -> entry.getValue().presence() == Domain.Presence.ALWAYS)
        .map(Map.Entry::getKey)
        .toList();
  }
}
