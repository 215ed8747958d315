package io.rolewright.reason;

import io.rolewright.model.Text;
import io.rolewright.simulate.Caller;
import java.util.List;

/**
 * Somebody who may try to assume a role: which callers he can be, which calls he can make, and
 * which condition keys he has a say in.
 *
 * <p>A key guards against an actor only if he cannot set it, and only if it can be present in his
 * call at all (section 3.4 of the semantics).
 */
public interface Actor {

  /** The callers he can be, plainest first, in view of what the policy mentions. */
  List<Caller> callers(Mentions mentions);

  /** The STS actions that such a caller can call. */
  List<String> actions();

  /**
   * The values that a condition key can have in a call of his, plainest first; an empty list of
   * values is the key's absence.
   *
   * @param key in lower case
   * @param mentioned what the policy compares the key with
   */
  List<List<String>> values(String key, Caller caller, List<Text> mentioned);
}
