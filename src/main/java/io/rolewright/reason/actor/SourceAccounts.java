package io.rolewright.reason.actor;

import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.encode.KeyTest;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.formula.Formulas;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * That {@code aws:SourceAccount} is the account in {@code aws:SourceArn}, where the ARN has one:
 * the pages of the services say that both must be the same account in one statement.
 *
 * @param ownerKnown whether the number of the role's account is known; else any number may be it
 * @see <a
 *     href="https://docs.aws.amazon.com/iot/latest/developerguide/cross-service-confused-deputy-prevention.html">
 *     Cross-service confused deputy prevention</a>
 */
record SourceAccounts(Target target, boolean ownerKnown) implements Requests.Restriction {

  private static final String ARN = "aws:sourcearn";
  private static final String ACCOUNT = "aws:sourceaccount";

  @Override
  public Formula on(Encoding encoding) {
    Formulas formulas = encoding.formulas();
    boolean both =
        encoding.mentioned().containsKey(ARN) && encoding.mentioned().containsKey(ACCOUNT);
    List<Formula> laws = new ArrayList<>();
    if (both) {
      target.named().accounts().forEach(number -> laws.add(same(number, encoding)));
    }
    return formulas.and(laws);
  }

  /** The account is this one just where the ARN's is; of accounts nobody names nothing is asked. */
  private Formula same(String number, Encoding encoding) {
    Formulas formulas = encoding.formulas();
    if (!ownerKnown && number.equals(target.owner())) {
      return formulas.yes();
    }
    Formula account =
        KeyTest.in(ACCOUNT, Language.of(List.of(Pattern.literal(number)))).on(encoding);
    Formula arn = KeyTest.in(ARN, Language.of(arns(number))).on(encoding);
    Formula plain = KeyTest.in(ARN, Language.of(List.of(ofAccount(number)))).on(encoding);
    Formula noArn = formulas.not(KeyTest.present(ARN).on(encoding));
    Formula noAccount = formulas.not(KeyTest.present(ACCOUNT).on(encoding));
    return formulas.and(
        formulas.or(formulas.not(account), noArn, arn),
        formulas.or(formulas.not(plain), noAccount, account, owners(encoding)));
  }

  /** ARNs of the account, of none, and of one that may be it. */
  private List<Pattern> arns(String number) {
    List<Pattern> arns = new ArrayList<>(List.of(ofAccount(number), ofAccount("")));
    if (!ownerKnown) {
      arns.add(ofAccount(target.owner()));
    }
    return arns;
  }

  private Formula owners(Encoding encoding) {
    Language owner = Language.of(List.of(Pattern.literal(target.owner())));
    return ownerKnown ? encoding.formulas().no() : KeyTest.in(ACCOUNT, owner).on(encoding);
  }

  private static Pattern ofAccount(String number) {
    Pattern.Builder arn = new Pattern.Builder();
    for (int part = 0; part < 4; part++) {
      arn.runWithoutColon().character(':');
    }
    return arn.characters(number + ":").run().build();
  }
}
