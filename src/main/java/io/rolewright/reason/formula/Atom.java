package io.rolewright.reason.formula;

import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One test of a request. True or false of every {@link Assignment}; all but {@link Symbol} are
 * false where their field is absent.
 */
public sealed interface Atom {

  /** Whether it is true of the request. */
  boolean holds(Assignment request);

  /** The fields on which that depends, the one tested first; none for a {@link Symbol}. */
  List<Field> fields();

  /** The field has a text that is in {@code language}. */
  record In(Field field, Language language) implements Atom {

    public In {
      demand(field, Field.Sort.TEXT);
    }

    @Override
    public boolean holds(Assignment request) {
      Optional<String> text = request.text(field);
      return text.isPresent() && language.matches(text.get());
    }

    @Override
    public List<Field> fields() {
      return List.of(field);
    }

    @Override
    public String toString() {
      return field + " in " + language;
    }
  }

  /** The field says something. */
  record Present(Field field) implements Atom {

    @Override
    public boolean holds(Assignment request) {
      return request.isPresent(field);
    }

    @Override
    public List<Field> fields() {
      return List.of(field);
    }

    @Override
    public String toString() {
      return field + " present";
    }
  }

  /** The field has a point that is in {@code points}. */
  record Within(Field field, Intervals points) implements Atom {

    public Within {
      demand(field, Field.Sort.LINE);
    }

    @Override
    public boolean holds(Assignment request) {
      return request.point(field).filter(points::contains).isPresent();
    }

    @Override
    public List<Field> fields() {
      return List.of(field);
    }

    @Override
    public String toString() {
      return field + " within " + points;
    }
  }

  /** Some text of the field is in {@code language}: {@code ForAnyValue}. */
  record Some(Field field, Language language) implements Atom {

    public Some {
      demand(field, Field.Sort.SET);
    }

    @Override
    public boolean holds(Assignment request) {
      return request.texts(field).stream().anyMatch(language::matches);
    }

    @Override
    public List<Field> fields() {
      return List.of(field);
    }

    @Override
    public String toString() {
      return "some " + field + " in " + language;
    }
  }

  /** Some text of the field is not in {@code language}: the contrary of {@code ForAllValues}. */
  record SomeOutside(Field field, Language language) implements Atom {

    public SomeOutside {
      demand(field, Field.Sort.SET);
    }

    @Override
    public boolean holds(Assignment request) {
      return !request.texts(field).stream().allMatch(language::matches);
    }

    @Override
    public List<Field> fields() {
      return List.of(field);
    }

    @Override
    public String toString() {
      return "some " + field + " outside " + language;
    }
  }

  /** Something unknown that is either so or not, whatever the request says. */
  record Symbol(String name) implements Atom {

    @Override
    public boolean holds(Assignment request) {
      return request.isTrue(name);
    }

    @Override
    public List<Field> fields() {
      return List.of();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * A test whose language depends on the texts of other fields. The language of a request is what
   * the templates fit after their holes are filled; a template with a hole that stays empty adds
   * nothing to it.
   */
  record Joined(Test test, Field field, List<Template> templates) implements Atom {

    public Joined {
      demand(field, test == Test.IN ? Field.Sort.TEXT : Field.Sort.SET);
      templates = List.copyOf(templates);
    }

    /** The same test with the language of this request. */
    public Atom resolved(Assignment request) {
      List<Pattern> patterns = new ArrayList<>();
      templates.forEach(template -> template.resolved(request).ifPresent(patterns::add));
      return test.of(field, Language.of(patterns));
    }

    /** The same test, of the templates without holes alone. */
    public Atom narrowed() {
      return test.of(field, plain());
    }

    private Language plain() {
      return Language.of(
          templates.stream().filter(Template::isPlain).map(Template::widened).toList());
    }

    /** The same test, with any text in each hole. */
    public Atom widened() {
      return test.of(field, Language.of(templates.stream().map(Template::widened).toList()));
    }

    /** The fields in the holes, ascending. */
    public List<Field> holes() {
      TreeSet<Field> holes = new TreeSet<>();
      templates.forEach(template -> holes.addAll(template.fields()));
      return List.copyOf(holes);
    }

    @Override
    public boolean holds(Assignment request) {
      return resolved(request).holds(request);
    }

    @Override
    public List<Field> fields() {
      List<Field> fields = new ArrayList<>(List.of(field));
      fields.addAll(holes());
      return fields.stream().distinct().toList();
    }

    @Override
    public String toString() {
      return test.of(field, Language.of(List.of())).toString().replace("[]", "") + templates;
    }
  }

  /** The tests that compare with a language. */
  enum Test {
    IN,
    SOME,
    SOME_OUTSIDE;

    /** This test of {@code field}. */
    public Atom of(Field field, Language language) {
      return switch (this) {
        case IN -> new In(field, language);
        case SOME -> new Some(field, language);
        case SOME_OUTSIDE -> new SomeOutside(field, language);
      };
    }
  }

  private static void demand(Field field, Field.Sort sort) {
    if (Objects.requireNonNull(field).sort() != sort) {
      throw new IllegalArgumentException(field + " is not of sort " + sort);
    }
  }
}
