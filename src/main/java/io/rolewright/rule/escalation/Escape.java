package io.rolewright.rule.escalation;

import io.rolewright.rule.permission.Abilities;
import io.rolewright.rule.permission.Ability;
import io.rolewright.rule.permission.Ask;
import io.rolewright.rule.permission.Bearer;
import io.rolewright.rule.permission.Given;
import io.rolewright.rule.permission.Targets;
import java.util.ArrayList;
import java.util.List;

/**
 * A call by which a holder gets rid of his boundary, or makes a role that has none (R6.5).
 *
 * @param kind what he does
 * @param ability his request
 */
public record Escape(Kind kind, Ability.Able ability) {

  private static final String KEY = "iam:PermissionsBoundary";

  /** How a boundary is got rid of. */
  public enum Kind {
    /** A role is created without the boundary; once it has permissions, it has more. */
    UNBOUNDED_ROLE,
    /** The boundary is taken off the holder. */
    REMOVED,
    /** The holder is given another boundary. */
    REPLACED,
    /** The policy that serves as the boundary is given other text. */
    REWRITTEN
  }

  /** All that are open to a holder; none where he has no boundary. */
  public static List<Escape> of(Abilities abilities) {
    List<Escape> found = new ArrayList<>();
    abilities.boundaryName().ifPresent(name -> find(abilities, name, found));
    return List.copyOf(found);
  }

  private static void find(Abilities abilities, String boundary, List<Escape> found) {
    Bearer bearer = abilities.bearer();
    Ask create = Ask.of("iam:CreateRole", bearer.any("role/*"));
    add(Kind.UNBOUNDED_ROLE, abilities.can(create.with(Given.isNot(KEY, boundary))), found);
    String type = bearer.isUser() ? "User" : "Role";
    Ask remove = Ask.of("iam:Delete" + type + "PermissionsBoundary", bearer.self());
    add(Kind.REMOVED, abilities.can(remove.with(Given.is(KEY, boundary))), found);
    Ask replace = Ask.of("iam:Put" + type + "PermissionsBoundary", bearer.self());
    add(Kind.REPLACED, abilities.can(replace.with(Given.isNot(KEY, boundary))), found);
    if (boundary.startsWith("arn:") && !boundary.contains(":iam::aws:")) {
      Targets policy = Targets.only(boundary);
      add(Kind.REWRITTEN, abilities.can("iam:CreatePolicyVersion", policy), found);
    }
  }

  private static void add(Kind kind, Ability ability, List<Escape> found) {
    ability.able().ifPresent(able -> found.add(new Escape(kind, able)));
  }
}
