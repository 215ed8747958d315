package io.rolewright.simulate.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.simulate.Assumptions;
import io.rolewright.simulate.Authorization;
import io.rolewright.simulate.sts.Authorized;
import java.util.ArrayList;
import java.util.List;

/** Tries out what an explanation proposes, without the search that found it. */
final class Verified {

  private Verified() {}

  /** All changes together let the request through, and without any one of them they do not. */
  static void assertMinimal(List<Change> changes, Authorized authorized) {
    Trial before = new Trial(authorized.request(), authorized.policies());
    assertThat(isAllowed(changes, before)).isTrue();
    for (Change change : changes) {
      List<Change> fewer = new ArrayList<>(changes);
      fewer.remove(change);
      assertThat(isAllowed(fewer, before)).as("without: " + change.words()).isFalse();
    }
  }

  private static boolean isAllowed(List<Change> changes, Trial before) {
    Trial after = before;
    for (Change change : changes) {
      after = change.applyTo(after);
    }
    Authorization judge = Authorization.of(after.policies(), Assumptions.DEFAULT);
    return Needs.of(before, after).stream().allMatch(r -> judge.decide(r).isAllowed());
  }
}
