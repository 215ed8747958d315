package io.rolewright.rule.permission;

import io.rolewright.model.Text;
import io.rolewright.source.Origin;
import java.util.List;

/**
 * A place that allows a whole service, or nearly.
 *
 * @param at the action pattern to point at
 * @param message what it allows
 * @param unbounded whether on every resource and under no condition that matters
 * @param others further patterns that play a part
 */
public record WideGrant(Origin at, String message, boolean unbounded, List<Text> others) {
  public WideGrant {
    others = List.copyOf(others);
  }
}
