package io.rolewright.rule.permission;

import io.rolewright.catalog.AccessLevel;
import io.rolewright.catalog.ActionPattern;
import io.rolewright.catalog.ServiceAction;
import io.rolewright.model.Text;
import java.util.List;
import java.util.Optional;

/** Action patterns of policies in the catalogue's terms. */
public final class ActionText {

  private ActionText() {}

  /** The pattern, where a template leaves nothing of it open and it has the form of one. */
  public static Optional<ActionPattern> pattern(Text text) {
    return text.plain().flatMap(ActionPattern::of);
  }

  /** Whether an action, known to the catalogue or not, is among those that a pattern speaks of. */
  public static boolean matches(Text text, String action) {
    int colon = action.indexOf(':');
    ServiceAction asked =
        new ServiceAction(
            action.substring(0, colon),
            action.substring(colon + 1),
            AccessLevel.WRITE,
            List.of(),
            List.of());
    return pattern(text).filter(p -> p.matches(asked)).isPresent();
  }
}
