package io.rolewright.simulate.explain;

import io.rolewright.simulate.Layer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** One change that may let a request through. */
public sealed interface Change {

  /** What to do, as an order: {@code pass the external ID `Acme-7f3k`}. */
  String words();

  /** The request and policies after the change. */
  Trial applyTo(Trial before);

  <R> R match(Function<Send, R> send, Function<Grant, R> grant);

  /**
   * Another request: condition keys with other values.
   *
   * @param keys with their new values; a key without values is left out of the request
   */
  record Send(Map<String, List<String>> keys, String words) implements Change {

    public Send {
      keys = new TreeMap<>(keys);
    }

    @Override
    public Trial applyTo(Trial before) {
      Trial after = before;
      for (Map.Entry<String, List<String>> key : keys.entrySet()) {
        after = after.with(key.getKey(), key.getValue());
      }
      return after;
    }

    @Override
    public <R> R match(Function<Send, R> send, Function<Grant, R> grant) {
      return send.apply(this);
    }
  }

  /** Another policy: an Allow statement more in one layer, for this caller and nothing else. */
  record Grant(Layer layer, String action, String resource, String words) implements Change {

    @Override
    public Trial applyTo(Trial before) {
      return before.with(GrantedPolicies.of(this, before));
    }

    @Override
    public <R> R match(Function<Send, R> send, Function<Grant, R> grant) {
      return grant.apply(this);
    }
  }
}
