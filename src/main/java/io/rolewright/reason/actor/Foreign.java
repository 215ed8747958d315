package io.rolewright.reason.actor;

import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.encode.Requests;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.strings.Language;
import io.rolewright.reason.strings.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Organisation, network and resources of somebody whom the policies do not know: his own, so such
 * as the policies do not name in full. AWS gives their ids out, so that he can have one that fits a
 * pattern, but not one that is somebody else's.
 */
final class Foreign {

  private static final Language ORGANIZATION = glob("o-?*");
  private static final Language PATH = glob("o-?*/r-?*/*");
  private static final Language ACCOUNT = glob("????????????");

  private static final String RESOURCE = "aws:resourceorgid";

  /** Stands for the owner's organisation where the policies do not name it. */
  private static final String OWNERS = "o-rolesowner";

  private final Named named;
  private final Language owners;
  private final Language accounts;

  /**
   * @param own an account that is his although the policies name it; empty if there is none
   */
  Foreign(Named named, String own) {
    this.named = named;
    this.owners = Language.of(owners(named.organizations()));
    this.accounts = named.accountsBut(own);
  }

  private static Language glob(String written) {
    return Language.of(List.of(Pattern.glob(written)));
  }

  /**
   * The organisation that owns the role is one that the policies know, or none of theirs: it is not
   * a foreigner's.
   */
  private static List<Pattern> owners(Language known) {
    List<Pattern> patterns = new ArrayList<>(known.patterns());
    patterns.add(Pattern.literal(OWNERS));
    patterns.add(new Pattern.Builder().characters(OWNERS + "/").run().build());
    return patterns;
  }

  /**
   * Where the policies ask nothing of the owner's organisation but whether the caller's is the
   * same, its id is told from the start, so that the two can be compared.
   */
  static Requests.Restriction ownersOrganization(Named named) {
    boolean compared = named.of(RESOURCE).stream().allMatch(Foreign::isVariable);
    return new Requests.Restriction() {
      @Override
      public Formula on(Encoding encoding) {
        return encoding.formulas().yes();
      }

      @Override
      public Optional<List<String>> said(String key) {
        return compared && key.equals(RESOURCE) ? Optional.of(List.of(OWNERS)) : Optional.empty();
      }
    };
  }

  private static boolean isVariable(Text text) {
    return text.parts().stream().allMatch(TextPart.Variable.class::isInstance);
  }

  /** What the key can be; nothing where it is not of this sort. */
  Optional<Formula> of(Key key) {
    return Optional.ofNullable(
        switch (key.name()) {
          case "aws:principalorgid", "aws:vpceorgid", "aws:sourceorgid" ->
              key.onlyBut(ORGANIZATION, owners);
          case "aws:principalorgpaths", "aws:vpceorgpaths", "aws:sourceorgpaths" ->
              key.onlyBut(PATH, owners);
          case "aws:resourceorgid", "aws:resourceorgpaths" -> key.only(owners);
          case "aws:sourcevpc", "aws:ec2instancesourcevpc" -> id(key, "vpc-?*");
          case "aws:sourcevpce" -> id(key, "vpce-?*");
          case "aws:vpceaccount", "aws:sourceaccount" -> key.onlyBut(ACCOUNT, accounts);
          case "aws:sourcevpcarn",
              "ec2:sourceinstancearn",
              "lambda:sourcefunctionarn",
              "aws:federatedprovider" ->
              key.never(ofKnownAccounts());
          case "aws:sourceip" -> key.only(Addresses.notOf(named).sources());
          // inside their networks people give any address, also such as others have outside
          case "aws:vpcsourceip", "aws:ec2instancesourceprivateipv4" -> key.free();
          case "saml:namequalifier" -> key.never(named.ids(key.name()));
          default -> null;
        });
  }

  private Formula id(Key key, String shape) {
    return key.onlyBut(glob(shape), named.ids(key.name()));
  }

  /**
   * ARNs with the number of an account that the policies know, be it behind the account part: a
   * name that a customer gives has no colon.
   */
  Language ofKnownAccounts() {
    List<Pattern> patterns = new ArrayList<>();
    for (Pattern account : accounts.patterns()) {
      String part = ":" + account;
      patterns.add(new Pattern.Builder().run().characters(part + ":").run().build());
      patterns.add(new Pattern.Builder().run().characters(part).build());
    }
    return Language.of(patterns);
  }
}
