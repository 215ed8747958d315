package io.rolewright.rule.check;

import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import io.rolewright.rule.Estate;
import io.rolewright.rule.Findings;
import io.rolewright.rule.Severity;
import io.rolewright.rule.permission.ActionText;
import io.rolewright.rule.permission.Defaults;
import io.rolewright.rule.permission.Holder;
import io.rolewright.rule.permission.Privilege;
import io.rolewright.source.Origin;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** PM001: permissions that are, or become in one call, everything. */
public final class AdminEquivalent implements HolderChecker {

  @Override
  public void check(Holder holder, Estate estate, Findings findings) {
    if (holder.session()) {
      return;
    }
    Optional<Privilege.Call> call = Privilege.adminCall(holder.permissions());
    if (call.isPresent()) {
      report(holder, call.get(), "", findings);
      return;
    }
    holder
        .byDefault()
        .ifPresent(
            other ->
                Privilege.adminCall(other.permissions())
                    .ifPresent(c -> report(other, c, Defaults.deciders(holder), findings)));
  }

  private static void report(
      Holder holder, Privilege.Call call, String deciders, Findings findings) {
    Optional<Statement> allow = holder.permissions().allowing(call.action(), call.resource());
    if (allow.isEmpty()) {
      return;
    }
    String what =
        call.isAnything()
            ? " is allowed every action on every resource"
            : " can give itself every permission: it is allowed to write IAM without bound";
    String boundary =
        holder
            .missingBoundary()
            .map(name -> "; whether its boundary `" + name + "` bounds that is not in the input")
            .orElse("");
    String depends = deciders.isEmpty() ? "" : "; whether it is so depends on " + deciders;
    boolean sure = holder.missingBoundary().isEmpty() && deciders.isEmpty();
    findings.shape(
        sure ? Severity.CRITICAL : Severity.HIGH,
        place(allow.get(), call.action()),
        holder.shown() + what + boundary + depends);
  }

  /** The pattern that allows the action; for {@code NotAction} all of its list. */
  private static Origin place(Statement allow, String action) {
    return allow
        .action()
        .match(
            listed -> first(listed.patterns(), p -> ActionText.matches(p, action)),
            except -> Optional.<Origin>empty(),
            absent -> Optional.<Origin>empty())
        .orElse(allow.action().origin());
  }

  private static Optional<Origin> first(List<Text> patterns, Predicate<Text> matches) {
    return patterns.stream().filter(matches).findFirst().map(Text::origin);
  }
}
