package io.rolewright.reason;

import io.rolewright.model.Text;
import io.rolewright.simulate.Caller;
import java.util.List;
import java.util.Map;

/**
 * An actor of whom we ask only about some requests: those in which certain keys have certain
 * values. What the actor cannot send he cannot send here either.
 *
 * @param allowed by key in lower case; an empty list of values is the key's absence
 */
public record Constrained(Actor actor, Map<String, List<List<String>>> allowed) implements Actor {

  /** The actor without a key in his request. */
  public static Actor without(Actor actor, String key) {
    return new Constrained(actor, Map.of(key, List.of(List.of())));
  }

  @Override
  public List<Caller> callers(Mentions mentions) {
    return actor.callers(mentions);
  }

  @Override
  public List<String> actions() {
    return actor.actions();
  }

  @Override
  public List<List<String>> values(String key, Caller caller, List<Text> mentioned) {
    List<List<String>> own = actor.values(key, caller, mentioned);
    List<List<String>> bounds = allowed.get(key);
    return bounds == null ? own : own.stream().filter(bounds::contains).toList();
  }
}
