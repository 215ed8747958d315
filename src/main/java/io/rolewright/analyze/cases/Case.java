package io.rolewright.analyze.cases;

import io.rolewright.source.Origin;
import java.util.Optional;

/**
 * One row of a table.
 *
 * @param at the whole case
 * @param ifLastCounts the question where of a key written twice the last value counts (U1 option
 *     B); absent where no key is
 */
public record Case(
    Origin at,
    String id,
    Optional<String> title,
    Expectation expectation,
    Question question,
    Optional<Question> ifLastCounts) {}
