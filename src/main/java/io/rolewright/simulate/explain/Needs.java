package io.rolewright.simulate.explain;

import io.rolewright.simulate.Request;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a changed STS call needs besides its own action (R2.20). */
final class Needs {

  private static final String TAG_SESSION = "sts:TagSession";
  private static final String SET_SOURCE_IDENTITY = "sts:SetSourceIdentity";

  private Needs() {}

  /** The requests that must be allowed after a change which were not needed before it. */
  static List<Request> of(Trial before, Trial after) {
    List<Request> needed = new ArrayList<>();
    needed.add(after.request());
    for (String action : actions(before, after)) {
      needed.add(after.with(action).request());
    }
    return needed;
  }

  /** The actions that become needed if all of these were sent. */
  static Set<String> onceSent(Trial before, List<Change.Send> sends) {
    Set<String> actions = new LinkedHashSet<>();
    for (Change.Send send : sends) {
      actions.addAll(actions(before, send.applyTo(before)));
    }
    return actions;
  }

  private static List<String> actions(Trial before, Trial after) {
    List<String> actions = new ArrayList<>();
    if (!before.request().action().startsWith("sts:AssumeRole")) {
      return actions;
    }
    if (after.passesTags() && !before.passesTags()) {
      actions.add(TAG_SESSION);
    }
    if (after.passesSourceIdentity() && !before.passesSourceIdentity()) {
      actions.add(SET_SOURCE_IDENTITY);
    }
    return actions;
  }
}
