package io.rolewright.reason.z3;

import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Atom;
import io.rolewright.reason.formula.Field;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Literal;
import io.rolewright.reason.solve.Answer;
import io.rolewright.reason.solve.Domains;
import io.rolewright.reason.solve.Lemma;
import io.rolewright.reason.solve.Oracle;
import io.rolewright.reason.solve.Proof;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Looks at answers of {@code Solver} again, by other means than those that found them. A request is
 * evaluated. Of a proof, Z3's strings are asked about every lemma, and Z3's Booleans whether the
 * lemmas are enough.
 */
public final class CrossCheck {

  /** What came out. */
  public sealed interface Verdict {

    /** The answer is right. */
    record Agrees() implements Verdict {}

    /** The answer, or what it rests on, is wrong. */
    record Differs(String why) implements Verdict {}

    /** Not known. */
    record Unchecked(String why) implements Verdict {}

    /** Calls the function for this kind. */
    default <R> R match(
        Function<Agrees, R> agrees,
        Function<Differs, R> differs,
        Function<Unchecked, R> unchecked) {
      if (this instanceof Agrees agreed) {
        return agrees.apply(agreed);
      }
      return this instanceof Differs differed
          ? differs.apply(differed)
          : unchecked.apply((Unchecked) this);
    }
  }

  private static final Verdict AGREES = new Verdict.Agrees();

  private final Z3 z3;
  private final StringOracle strings;

  private final Duration longest;

  private CrossCheck(Z3 z3, Duration longest) {
    this.z3 = z3;
    this.longest = longest;
    this.strings = new StringOracle(z3);
  }

  /** One that asks {@code z3}, which whoever made it closes. */
  public static CrossCheck of(Z3 z3) {
    return of(z3, Duration.ofDays(1));
  }

  /** The same, and an answer that takes longer stays unchecked. */
  public static CrossCheck of(Z3 z3, Duration longest) {
    return new CrossCheck(z3, longest);
  }

  /** Whether it is a right answer to this question. */
  public Verdict check(Answer answer, Formula formula, Domains domains) {
    List<Formula> asserted = new ArrayList<>(List.of(formula));
    asserted.addAll(domains.laws());
    return answer.match(
        new Answer.Cases<>(
            satisfied -> request(satisfied.request(), asserted, domains),
            impossible -> proof(impossible.proof(), asserted, domains),
            undecided -> new Verdict.Unchecked("there is no answer: " + undecided.reason())));
  }

  private static Verdict request(Assignment request, List<Formula> asserted, Domains domains) {
    TreeSet<Field> fields = new TreeSet<>(domains.named());
    fields.addAll(request.fields());
    for (Field field : fields) {
      if (!domains.allow(request, field)) {
        return new Verdict.Differs("the request cannot be, because of `" + field + "`");
      }
    }
    for (Formula formula : asserted) {
      if (!formula.holds(request)) {
        return new Verdict.Differs("of the request this is not true: " + formula);
      }
    }
    return AGREES;
  }

  private Verdict proof(Proof proof, List<Formula> asserted, Domains domains) {
    if (!proof.asserted().equals(asserted)) {
      return new Verdict.Differs("the proof is of something else");
    }
    long start = System.nanoTime();
    Verdict enough = areEnough(proof);
    if (enough instanceof Verdict.Differs) {
      return enough;
    }
    Verdict worst = enough;
    for (Lemma lemma : proof.lemmas()) {
      if (System.nanoTime() - start > longest.toNanos()) {
        return new Verdict.Unchecked("it took more than " + longest.toSeconds() + " s");
      }
      Verdict verdict = lemma(lemma, domains);
      if (verdict instanceof Verdict.Differs) {
        return verdict;
      }
      worst = worst instanceof Verdict.Agrees ? verdict : worst;
    }
    return worst;
  }

  private Verdict lemma(Lemma lemma, Domains domains) {
    Oracle.Opinion opinion = strings.possible(lemma.contradiction(), domains);
    if (opinion instanceof Oracle.Opinion.Impossible) {
      return AGREES;
    }
    return opinion instanceof Oracle.Opinion.Possible possible
        ? new Verdict.Differs("`" + lemma + "` is not true of " + possible.values())
        : new Verdict.Unchecked(
            "whether `" + lemma + "`: " + ((Oracle.Opinion.Unknown) opinion).reason());
  }

  /** Tests mean nothing here: each is a variable. */
  private Verdict areEnough(Proof proof) {
    Question question = new Question();
    Map<Atom, String> atoms = new HashMap<>();
    Terms terms =
        new Terms(question, atom -> atoms.computeIfAbsent(atom, key -> question.hidden("Bool")));
    proof.asserted().forEach(formula -> question.demand(terms.of(formula)));
    for (Lemma lemma : proof.lemmas()) {
      List<String> clause = new ArrayList<>();
      for (Literal literal : lemma.clause()) {
        String atom = terms.of(literal.formula());
        clause.add(literal.positive() ? atom : Smt.not(atom));
      }
      question.demand(Smt.or(clause));
    }
    Reply reply = z3.ask(question);
    if (reply instanceof Reply.Unsat) {
      return AGREES;
    }
    return reply instanceof Reply.Unknown unknown
        ? new Verdict.Unchecked("whether the lemmas are enough: " + unknown.reason())
        : new Verdict.Differs("the lemmas are not enough for a proof");
  }
}
