package io.rolewright.rule.word;

import io.rolewright.model.Amount;
import io.rolewright.model.Condition;
import io.rolewright.model.Defect;
import io.rolewright.model.Identity;
import io.rolewright.model.Inventory;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.model.Statement;
import io.rolewright.rule.PolicyInPlace;
import io.rolewright.rule.lang.Type;
import io.rolewright.source.Problem;

/** The kinds of things that rules speak of. */
final class Kinds {

  static final Type<Role> ROLE =
      new Type<Role>("role", "A role with its trust policy and permissions.", r -> r.name().shown())
          .at(Role::origin);

  static final Type<SessionGrant> GRANT =
      new Type<SessionGrant>(
              "grant",
              "A place that gives sessions: a permission set, a Roles Anywhere profile, a Transfer"
                  + " Family user, a Pod Identity association.",
              g -> g.name().shown())
          .at(SessionGrant::origin);

  static final Type<Identity> IDENTITY =
      new Type<Identity>("identity", "A user or a group.", i -> i.name().shown())
          .at(Identity::origin);

  static final Type<PolicyInPlace> POLICY =
      new Type<PolicyInPlace>(
              "policy", "A policy document with the use that is made of it.", p -> p.subject())
          .at(p -> p.document().origin());

  static final Type<Inventory> INPUT =
      new Type<>("input", "All that was found in one run.", i -> "the input");

  static final Type<PolicyDocument> DOCUMENT =
      new Type<PolicyDocument>("document", "A policy's text: statements.", d -> "the policy")
          .at(PolicyDocument::origin);

  static final Type<Statement> STATEMENT =
      new Type<Statement>("statement", "One statement of a policy.", Statement::shown)
          .at(Statement::origin);

  static final Type<PrincipalPattern> PRINCIPAL =
      new Type<PrincipalPattern>(
              "principal", "One entry of a principal element.", PrincipalPattern::shown)
          .at(PrincipalPattern::origin);

  static final Type<Condition> CONDITION =
      new Type<Condition>(
              "condition",
              "One operator with one key and its values.",
              c -> c.operatorName() + " on " + c.key().shown())
          .at(Condition::origin);

  static final Type<Amount> AMOUNT =
      new Type<Amount>("amount", "A number as configured.", a -> a.written().shown())
          .at(Amount::origin);

  static final Type<Defect> FAULT =
      new Type<Defect>("fault", "A place where a policy breaks the grammar.", Defect::message)
          .at(Defect::at);

  static final Type<Problem> GAP =
      new Type<Problem>(
              "gap",
              "A question that stays open: of the solver, or of what the input leaves out.",
              Problem::message)
          .at(Problem::at);

  private Kinds() {}
}
