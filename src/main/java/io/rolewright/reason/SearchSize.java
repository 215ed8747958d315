package io.rolewright.reason;

import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import java.util.List;

/**
 * How much there is to try in a policy. Only documents that AWS refuses for their length can be too
 * large, so that every policy that can exist is searched.
 *
 * @param characters of the document
 * @param steps a bound on the comparisons that asking about each statement takes
 * @param longest the length of the longest text in a condition
 */
record SearchSize(int characters, long steps, int longest) {

  /** Twice what AWS takes of a trust policy at most, since templates may hold two of them. */
  private static final int POSSIBLE = 2 * 8_192;

  private static final long MOST_STEPS = 20_000_000;
  private static final int LONGEST_TEXT = 8_192;

  static SearchSize of(PolicyDocument policy, Mentions mentions) {
    int characters = policy.size().withoutWhitespace();
    if (characters <= POSSIBLE) {
      return new SearchSize(characters, 0, 0);
    }
    double callers = 1;
    double tests = 0;
    for (Statement statement : policy.statements()) {
      callers += statement.principal().patterns().size();
      tests += statement.conditions().size();
    }
    int longest = 0;
    for (List<Text> values : mentions.asMap().values()) {
      tests += values.size();
      for (Text value : values) {
        longest = Math.max(longest, value.shown().length());
      }
    }
    double statements = policy.statements().size();
    return new SearchSize(
        characters, (long) (statements * callers * (tests * tests + statements)), longest);
  }

  boolean isTooLarge() {
    return characters > POSSIBLE && (steps > MOST_STEPS || longest > LONGEST_TEXT);
  }
}
