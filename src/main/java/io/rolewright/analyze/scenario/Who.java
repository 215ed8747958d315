package io.rolewright.analyze.scenario;

import io.rolewright.simulate.sts.Credentials;
import io.rolewright.simulate.sts.Given;
import io.rolewright.simulate.sts.Parameter;
import io.rolewright.simulate.sts.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The caller of a scenario.
 *
 * @param token what his token or assertion says to the call that hands it over
 */
record Who(Credentials credentials, Token token) {

  /**
   * What a token or assertion carries besides condition keys.
   *
   * @param tags session tags
   * @param parameters what it says in place of parameters of the call
   * @param roles where it lists the roles that may be asked for, these
   */
  record Token(
      List<Tag> tags, Map<Parameter, List<Given>> parameters, Optional<List<Given>> roles) {

    static final Token NONE = new Token(List.of(), Map.of(), Optional.empty());
  }

  static Who of(Credentials credentials) {
    return new Who(credentials, Token.NONE);
  }
}
