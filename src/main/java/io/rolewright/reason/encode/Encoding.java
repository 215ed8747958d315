package io.rolewright.reason.encode;

import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.ConditionKey;
import io.rolewright.catalog.ServiceAction;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.Statement;
import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.solve.Domain;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.solve.Hints;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import io.rolewright.simulate.Context;
import io.rolewright.simulate.PoliciesInForce;
import io.rolewright.simulate.PolicyScope;
import io.rolewright.simulate.Request;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One question's way from policies to formulas and from an assignment back to a request. Knows
 * which policies it will be asked about, since that decides what their keys are. For one thread.
 */
public final class Encoding {

  private final Formulas formulas = new Formulas();
  private final Requests requests;
  private final Callers callers;
  private final CallerKeys keys;

  private Encoding(Requests requests, Collection<PolicyDocument> policies) {
    KeyUses uses = KeyUses.of(policies);
    requests.restrictions().forEach(restriction -> uses.add(restriction.keys()));
    this.requests = requests;
    this.callers =
        uses.keys().contains("aws:username")
            ? requests.callers().withUsername()
            : requests.callers();
    this.keys = new CallerKeys(callers, uses, requests.owner(), requests::said);
  }

  /**
   * A way to ask about these requests.
   *
   * @param policies all that will be asked about
   */
  public static Encoding of(Requests requests, Collection<PolicyDocument> policies) {
    return new Encoding(requests, policies);
  }

  /** The maker of this question's formulas. */
  public Formulas formulas() {
    return formulas;
  }

  /** The callers, as the formulas have them. */
  public Callers callers() {
    return callers;
  }

  /** The condition keys, as the formulas have them. */
  public KeyForms keys() {
    return keys;
  }

  /** The condition keys that policies and restrictions read, in lower case, with their forms. */
  public Map<String, KeyForm> mentioned() {
    return keys.mentioned();
  }

  /**
   * That all policies in force together allow the request.
   *
   * @param owner the account of the caller's policies
   */
  public Formula allowed(PoliciesInForce policies, String owner) {
    return AllowedFormula.of(formulas, keys, callers, policies, owner);
  }

  /**
   * That a policy alone allows the request: some Allow statement applies and no Deny does.
   *
   * @param owner the account that owns the policy
   */
  public Formula grants(PolicyDocument policy, PolicyScope scope, String owner) {
    Said said = layer(scope, owner).say(List.of(List.of(policy)));
    return formulas.and(said.allows(), formulas.not(said.denies()));
  }

  /** That a statement applies to the request. */
  public Formula applies(Statement statement, PolicyScope scope, String owner) {
    return layer(scope, owner).applies(statement);
  }

  private LayerFormulas layer(PolicyScope scope, String owner) {
    return new LayerFormulas(new Terms(formulas, keys, owner), callers, scope, false);
  }

  /** That the action is one of these; {@code *} and {@code ?} are wildcards. */
  public Formula action(Collection<String> globs) {
    List<Pattern> patterns = globs.stream().map(glob -> Pattern.glob(glob).ignoringCase()).toList();
    return formulas.in(Terms.ACTION, Language.of(patterns));
  }

  /** What is so of every request. */
  public Domains domains() {
    Domains domains = new RequestDomains(formulas, callers, keys, requests).domains();
    for (Requests.Restriction restriction : requests.restrictions()) {
      domains = shown(restriction, domains).withLaw(restriction.on(this));
    }
    return domains;
  }

  private static Domains shown(Requests.Restriction restriction, Domains domains) {
    Domains shown = domains;
    for (Field field : domains.named()) {
      Optional<Hints> best = restriction.examples(field.name());
      if (best.isPresent() && domains.of(field) instanceof Domain.Texts texts) {
        shown = shown.with(field, texts.hinted(best.get()));
      }
    }
    return shown;
  }

  /** The request that an assignment says, with AWS's spelling of actions and keys. */
  public Request request(Assignment assignment) {
    return new Request(
        callers.in(assignment),
        action(assignment),
        assignment.text(Terms.RESOURCE).orElse("*"),
        context(assignment));
  }

  private static String action(Assignment assignment) {
    String action = assignment.text(Terms.ACTION).orElse("sts:assumerole");
    return Catalog.shipped().action(action).map(ServiceAction::id).orElse(action);
  }

  private Context context(Assignment assignment) {
    Context context = Context.EMPTY;
    for (Map.Entry<String, KeyForm> key : keys.mentioned().entrySet()) {
      context =
          new KeyValue(key.getKey(), keys, assignment)
              .addTo(key.getValue(), spelled(key.getKey()), context);
    }
    return context;
  }

  /** As AWS writes a key; variable parts, such as a tag's key, as the policies write them. */
  private static String spelled(String key) {
    Optional<ConditionKey> listed = Catalog.shipped().conditionKey(key).key();
    if (listed.isEmpty()) {
      return key;
    }
    String name = listed.get().name();
    int variable = name.indexOf("${");
    return variable < 0 ? name : name.substring(0, variable) + key.substring(variable);
  }

  /** A formula that holds only of requests of which this one does whatever is unknown. */
  public Formula whateverIsUnknown(Formula formula) {
    return unknowns().whatever(formula);
  }

  /** Whether the formula says exactly what it should, what is unknown aside. */
  public boolean isExact(Formula formula) {
    return unknowns().isExact(formula);
  }

  /** What is unknown in the formula, for people, ascending. */
  public Set<String> unknowns(Formula formula) {
    return unknowns().names(formula);
  }

  private Unknowns unknowns() {
    Set<String> ofRequest = new HashSet<>();
    for (KeyForm form : keys.mentioned().values()) {
      if (form instanceof KeyForm.Line line) {
        line.unreadable().ifPresent(ofRequest::add);
      }
    }
    return new Unknowns(formulas, ofRequest);
  }
}
