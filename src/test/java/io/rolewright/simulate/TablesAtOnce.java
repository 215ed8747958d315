package io.rolewright.simulate;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/**
 * The tables of {@link TablesTest} and {@link TracesTest}, a test for each kind of table instead of
 * one for each row, and under the uncertain items alone that the row names. For mutation runs,
 * which would start JUnit anew for every row; other runs do not look for this class.
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

  private static void run(Stream<DynamicTest> rows) throws Throwable {
    for (DynamicTest row : rows.toList()) {
      row.getExecutable().execute();
    }
  }
}
