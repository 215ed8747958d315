package io.rolewright.simulate;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/**
 * The tables of {@link TablesTest}, {@link TracesTest} and {@link ValidityTest}, a test for each
 * kind of table instead of one for each row, and under the uncertain items alone that the row
 * names. For mutation runs, which would start JUnit anew for every row; other runs do not look for
 * this class.
 */
class TablesAtOnce {

  private final TablesTest tables = TablesTest.underNamedItems();

  @Test
  void conditions() throws Throwable {
    run(tables.conditions());
  }

  @Test
  void matrices_of_conditions() throws Throwable {
    run(tables.matrices_of_conditions());
  }

  @Test
  void actions_and_resources() throws Throwable {
    run(tables.actions_and_resources());
  }

  @Test
  void principals() throws Throwable {
    run(tables.principals());
  }

  @Test
  void decisions() throws Throwable {
    run(tables.decisions());
  }

  @Test
  void steps_of_traces() throws Throwable {
    run(new TracesTest().steps());
  }

  @Test
  void layers_of_traces() throws Throwable {
    run(new TracesTest().layers());
  }

  @Test
  void open_pieces() throws Throwable {
    run(new TracesTest().open_pieces());
  }

  @Test
  void values_that_operators_can_read() throws Throwable {
    run(new TracesTest().values_that_operators_can_read());
  }

  @Test
  void validity() throws IOException {
    ValidityTest validity = new ValidityTest();
    ValidityTest.table().forEach(validity::aws_stores_what_keeps_to_the_grammar_of_its_kind);
    validity.a_defect_says_where_it_is_what_is_wrong_and_what_would_be_right();
    validity.defects_come_in_written_order();
  }

  private static void run(Stream<DynamicTest> rows) throws Throwable {
    for (DynamicTest row : rows.toList()) {
      row.getExecutable().execute();
    }
  }
}
