package io.rolewright.rule.word;

import io.rolewright.rule.lang.RuleLanguage;
import io.rolewright.rule.lang.Vocabulary;

/** All words of the rule language. */
public final class Dictionary {

  private static final class Shipped {
    static final Vocabulary VOCABULARY =
        new Vocabulary()
            .with("Texts", TextWords::add)
            .with("Roles and the input", RoleWords::add)
            .with("Statements", StatementWords::add)
            .with("Principals", PrincipalWords::add)
            .with("Conditions", ConditionWords::add)
            .with("Actions of trust policies", TrustActionWords::add)
            .with("Actors", ActorWords::add)
            .with("Guards", GuardWords::add)
            .with("Changes of tests", ConditionChangeWords::add)
            .with("Requests", RequestWords::add)
            .with("Requests of holders", PermissionRequestWords::add)
            .with("Answers", AnswerWords::add)
            .with("Multi-factor authentication", MfaWords::add)
            .with("Accounts", AccountWords::add)
            .with("External IDs", ExternalIdWords::add)
            .with("Services", ServiceWords::add)
            .with("Identity providers", FederationWords::add)
            .with("Claims", FederationClaimWords::add)
            .with("Policies of organisations", OrganizationWords::add)
            .with("Durations", DurationWords::add)
            .with("Sessions", SessionWords::add)
            .with("Holders of sessions", SessionCallerWords::add)
            .with("What holders can do", AbilityWords::add)
            .with("Getting more rights", EscalationWords::add)
            .with("Hygiene", HygieneWords::add)
            .with("What is left open", GapWords::add);
    static final RuleLanguage LANGUAGE = new RuleLanguage(VOCABULARY);
  }

  private Dictionary() {}

  /** The words with their signatures, sentences and meanings. */
  public static Vocabulary vocabulary() {
    return Shipped.VOCABULARY;
  }

  /** The rule language with all words. */
  public static RuleLanguage language() {
    return Shipped.LANGUAGE;
  }
}
