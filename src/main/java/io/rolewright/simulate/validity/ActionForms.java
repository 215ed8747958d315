package io.rolewright.simulate.validity;

import io.rolewright.catalog.ActionPattern;
import io.rolewright.catalog.AssumeAction;
import io.rolewright.model.ActionElement;
import io.rolewright.model.Defect;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Text;
import java.util.List;
import java.util.Optional;

/** How actions are written (R1.17), and which ones a trust policy may name (R1.9). */
final class ActionForms {

  private final PolicyKind kind;
  private final boolean trustWildcards;
  private final Complaints complaints;

  ActionForms(PolicyKind kind, boolean trustWildcards, Complaints complaints) {
    this.kind = kind;
    this.trustWildcards = trustWildcards;
    this.complaints = complaints;
  }

  void check(ActionElement action) {
    boolean except = action.match(listed -> false, e -> true, absent -> false);
    if (kind == PolicyKind.TRUST && except && !trustWildcards) {
      complaints.add(
          Defect.Kind.FORBIDDEN_ELEMENT,
          action.origin(),
          "a trust policy may not have `NotAction`",
          "name the actions with `Action`");
    }
    for (Text pattern : action.patterns()) {
      if (!pattern.hasUnknown()) {
        form(pattern).or(() -> special(pattern, except)).ifPresent(why -> complain(pattern, why));
      }
    }
  }

  private void complain(Text pattern, String why) {
    complaints.add(
        Defect.Kind.INVALID_ACTION,
        pattern.origin(),
        "the action `" + pattern.shown() + "` " + why,
        "write `service:Name`, such as `sts:AssumeRole`");
  }

  private static Optional<String> form(Text pattern) {
    String text = pattern.shown();
    if (text.equals("*")) {
      return Optional.empty();
    }
    List<Text> pieces = pattern.split(':', 3);
    if (pieces.size() < 2) {
      return Optional.of("has no colon after its service");
    }
    if (pieces.size() > 2) {
      return Optional.of("has more than one colon");
    }
    if (pieces.get(0).parts().isEmpty() || pieces.get(1).parts().isEmpty()) {
      return Optional.of(
          "has nothing " + (text.startsWith(":") ? "before" : "after") + " its colon");
    }
    Text service = pieces.get(0);
    boolean partial = service.hasWildcard() && !service.shown().equals("*");
    return partial ? Optional.of("has a wildcard in part of its service") : Optional.empty();
  }

  private Optional<String> special(Text pattern, boolean except) {
    if (kind == PolicyKind.RCP && pattern.split(':', 2).get(0).isStar()) {
      return Optional.of("names no service, which a resource control policy must");
    }
    return kind == PolicyKind.TRUST && !except ? trust(pattern) : Optional.empty();
  }

  private Optional<String> trust(Text pattern) {
    if (pattern.hasWildcard() && !trustWildcards) {
      return Optional.of("has a wildcard, which a trust policy may not have");
    }
    boolean assumes =
        pattern.hasWildcard()
            ? ActionPattern.of(pattern.shown()).filter(ActionForms::assumes).isPresent()
            : AssumeAction.of(pattern.shown()).isPresent();
    return assumes
        ? Optional.empty()
        : Optional.of("is none of the AssumeRole family, which are all a trust policy may name");
  }

  private static boolean assumes(ActionPattern pattern) {
    return !AssumeAction.matching(pattern).isEmpty();
  }
}
