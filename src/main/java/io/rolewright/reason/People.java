package io.rolewright.reason;

import io.rolewright.model.Text;
import io.rolewright.simulate.Caller;
import java.util.List;

/** Those of an actor's callers that are IAM users: people, or at least their access keys. */
record People(Actor actor) implements Actor {

  @Override
  public List<Caller> callers(Mentions mentions) {
    return actor.callers(mentions).stream().filter(c -> c.kind() == Caller.Kind.USER).toList();
  }

  @Override
  public List<String> actions() {
    return actor.actions();
  }

  @Override
  public List<List<String>> values(String key, Caller caller, List<Text> mentioned) {
    return actor.values(key, caller, mentioned);
  }
}
