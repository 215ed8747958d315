package io.rolewright.reason.estate;

import io.rolewright.model.ActionElement;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.reason.strings.Pattern;
import io.rolewright.simulate.NamedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Leaves out of policies what cannot speak about an action. Law: requests for the action are
 * decided the same. Of most principals nothing is left, which makes the rest fast.
 */
public final class Relevant {

  private final String action;

  /** What speaks about an action, given in any case. */
  public Relevant(String action) {
    this.action = action.toLowerCase(Locale.ROOT);
  }

  /** The policies of which something is left. */
  public List<NamedPolicy> of(List<NamedPolicy> policies) {
    List<NamedPolicy> left = new ArrayList<>();
    for (NamedPolicy policy : policies) {
      PolicyDocument document = of(policy.document());
      if (!document.statements().isEmpty()) {
        left.add(new NamedPolicy(policy.name(), document));
      }
    }
    return left;
  }

  /** The policy, perhaps without statements: a boundary that says nothing still bounds. */
  public NamedPolicy of(NamedPolicy policy) {
    return new NamedPolicy(policy.name(), of(policy.document()));
  }

  /** The policy, perhaps without statements. */
  public PolicyDocument of(PolicyDocument policy) {
    List<Statement> left = new ArrayList<>();
    for (Statement statement : policy.statements()) {
      if (maySpeak(statement)) {
        left.add(statement);
      }
    }
    return left.size() == policy.statements().size() ? policy : policy.with(left);
  }

  /** Whether a statement may cover the action. */
  public boolean maySpeak(Statement statement) {
    ActionElement element = statement.action();
    return element.match(
        listed -> listed.patterns().stream().anyMatch(this::mayFit),
        except -> except.patterns().stream().noneMatch(Text::isStar),
        absent -> true);
  }

  private boolean mayFit(Text pattern) {
    if (pattern.parts().isEmpty()) {
      return false;
    }
    if (pattern.parts().get(0) instanceof TextPart.Literal first) {
      String letters = first.value();
      boolean whole = pattern.parts().size() == 1;
      if (whole && letters.length() != action.length()
          || letters.length() > action.length()
          || !action.regionMatches(true, 0, letters, 0, letters.length())) {
        return false;
      }
      if (whole) {
        return true;
      }
    }
    return pattern.hasUnknown()
        || !pattern.variables().isEmpty()
        || Pattern.glob(pattern.shown()).ignoringCase().matches(action);
  }
}
