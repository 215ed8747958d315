package io.rolewright.simulate;

import io.rolewright.model.PrincipalElement;
import io.rolewright.model.PrincipalPattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Whether a principal element names a caller, and how (R1.10 to R1.16). */
final class PrincipalTest {

  private final PrincipalElement element;
  private final List<EntryTest> entries = new ArrayList<>();
  private final boolean deny;
  private final boolean absent;
  private final boolean except;
  private final boolean someLevelExempts;

  /** What came out for one caller. */
  static final class Found {

    /** Where nobody is named and nothing is found. */
    static final Found NOTHING = new Found();

    Truth matched = Truth.NO;
    final Truth[] forms = new Truth[Form.values().length];

    Found() {
      Arrays.fill(forms, Truth.NO);
    }

    void clear() {
      matched = Truth.NO;
      Arrays.fill(forms, Truth.NO);
    }

    void add(Form form, Truth truth) {
      matched = matched.or(truth);
      forms[form.ordinal()] = forms[form.ordinal()].or(truth);
    }
  }

  private PrincipalTest(PrincipalElement element, boolean deny, Assumptions assumptions) {
    this.element = element;
    this.deny = deny;
    for (PrincipalPattern pattern : element.patterns()) {
      entries.add(new EntryTest(pattern, deny, assumptions));
    }
    this.except = element.match(l -> false, e -> true, a -> false);
    this.absent = element.match(l -> false, e -> false, a -> true);
    this.someLevelExempts = !deny || assumptions.isB(Uncertainty.U4);
  }

  static PrincipalTest of(PrincipalElement element, boolean deny, Assumptions assumptions) {
    return new PrincipalTest(element, deny, assumptions);
  }

  /**
   * Whether the caller is named.
   *
   * @param scope tells whether a policy without the element covers everyone
   */
  Truth matches(Facts facts, PolicyScope scope, Found found, Trail trail) {
    if (absent) {
      return absent(scope, found);
    }
    trail.begin();
    Found listed = except ? new Found() : found;
    for (EntryTest entry : entries) {
      Truth one = entry.matches(facts, scope);
      listed.add(entry.form(), one);
      if (trail.isKept()) {
        trail.value(entry.text(), entry.shown(), one, entry.cause(one, facts));
      }
    }
    Cause cause = Cause.PARTS;
    if (except) {
      boolean never = deny && facts.bounded();
      Truth exempt = never ? Truth.NO : exempt(listed, facts);
      cause = exceptCause(never, exempt);
      found.add(Form.STAR, entries.isEmpty() ? Truth.NO : exempt.not());
    }
    if (trail.isKept()) {
      String name = except ? "NotPrincipal" : "Principal";
      List<String> given = List.of(shown(facts.caller()));
      trail.end(Step.Kind.PRINCIPAL, element.origin(), name, found.matched, cause, given);
    }
    return found.matched;
  }

  private Cause exceptCause(boolean never, Truth exempt) {
    if (entries.isEmpty()) {
      return Cause.NO_VALUES;
    }
    return never ? Cause.HAS_BOUNDARY : exempt.isNo() ? Cause.NOT_EXEMPT : Cause.PARTS;
  }

  /** Endpoint policies may name nobody; identity policies must not. */
  private static Truth absent(PolicyScope scope, Found found) {
    found.add(Form.STAR, Truth.of(scope != PolicyScope.RESOURCE && scope != PolicyScope.TRUST));
    return found.matched;
  }

  /** Whether a NotPrincipal leaves the caller out (R1.16, U4). */
  private Truth exempt(Found listed, Facts facts) {
    Truth star = listed.forms[Form.STAR.ordinal()].or(listed.forms[Form.UNKNOWN.ordinal()]);
    if (someLevelExempts) {
      return listed.matched;
    }
    Truth all = Truth.YES;
    for (Form level : levels(facts.caller().kind())) {
      all = all.and(listed.forms[level.ordinal()]);
    }
    return star.or(all);
  }

  /** Every way of naming a caller that AWS may look for separately. */
  private static List<Form> levels(Caller.Kind kind) {
    return switch (kind) {
      case ROOT, ASSUMED_ROOT -> List.of(Form.ACCOUNT);
      case USER -> List.of(Form.ACCOUNT, Form.USER);
      case ROLE_SESSION -> List.of(Form.ACCOUNT, Form.ROLE, Form.SESSION);
      case FEDERATED_USER -> List.of(Form.ACCOUNT, Form.USER, Form.FEDERATED_USER);
      case SERVICE -> List.of(Form.SERVICE);
      case WEB_IDENTITY, SAML -> List.of(Form.FEDERATED);
      case ANONYMOUS -> List.of(Form.STAR);
    };
  }

  private static String shown(Caller caller) {
    return caller.arn().or(caller::name).orElse(caller.kind().shown());
  }
}
