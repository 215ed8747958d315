package io.rolewright.simulate.sts;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/**
 * The tables of {@link SessionTablesTest} and {@link CallLimitsTest}, a test for each table instead
 * of one for each row. For mutation runs, which would start JUnit anew for every row; other runs do
 * not look for this class.
 */
class SessionTablesAtOnce {

  private final SessionTablesTest sessions = new SessionTablesTest();
  private final CallLimitsTest limits = new CallLimitsTest();

  @Test
  void credentials_cannot_call_everything() throws Throwable {
    run(sessions.credentials_cannot_call_everything());
  }

  @Test
  void calls_and_sessions_have_condition_keys() throws Throwable {
    run(sessions.calls_and_sessions_have_condition_keys());
  }

  @Test
  void chains_hand_on_transitive_tags_and_source_identity() throws Throwable {
    run(sessions.chains_hand_on_transitive_tags_and_source_identity());
  }

  @Test
  void mfa_is_seen_where_it_is_documented() throws Throwable {
    run(sessions.mfa_is_seen_where_it_is_documented());
  }

  @Test
  void parameters_have_limits() throws Throwable {
    run(limits.parameters_have_limits());
  }

  @Test
  void sessions_last_as_long_as_asked_within_limits() throws Throwable {
    run(limits.sessions_last_as_long_as_asked_within_limits());
  }

  @Test
  void callers_make_the_calls_that_are_theirs() throws Throwable {
    run(limits.callers_make_the_calls_that_are_theirs());
  }

  @Test
  void every_parameter_but_the_duration_has_a_row_of_limits() throws Throwable {
    run(limits.every_parameter_but_the_duration_has_a_row_of_limits());
  }

  private static void run(Stream<DynamicTest> rows) throws Throwable {
    for (DynamicTest row : rows.toList()) {
      row.getExecutable().execute();
    }
  }
}
