package io.rolewright.simulate.sts;

import io.rolewright.catalog.Quota;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the values of one parameter look like (section 3.1 of the semantics, one row each).
 *
 * @param least characters of one value, both ends included
 * @param most characters of one value
 * @param count how many values the parameter takes
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">the
 *     parameters of AssumeRole</a>
 */
record Shape(int least, int most, Alphabet alphabet, int count) {

  private static final Map<Parameter, Shape> BY_PARAMETER = table();

  private static Map<Parameter, Shape> table() {
    Map<Parameter, Shape> table = new EnumMap<>(Parameter.class);
    table.put(Parameter.ROLE_ARN, one(20, 2048, Alphabet.ANY));
    table.put(Parameter.ROLE_SESSION_NAME, one(2, 64, Alphabet.NAME));
    table.put(Parameter.EXTERNAL_ID, one(2, 1224, Alphabet.EXTERNAL_ID));
    table.put(Parameter.SERIAL_NUMBER, one(9, 256, Alphabet.EXTERNAL_ID));
    table.put(Parameter.TOKEN_CODE, one(6, 6, Alphabet.DIGITS));
    table.put(Parameter.SOURCE_IDENTITY, one(2, 64, Alphabet.NAME));
    table.put(
        Parameter.TRANSITIVE_TAG_KEYS,
        new Shape(1, Quota.SESSION_TAG_KEY_LENGTH.most(), Alphabet.TAG, Quota.SESSION_TAGS.most()));
    table.put(Parameter.POLICY, one(1, Quota.SESSION_POLICY_LENGTH.most(), Alphabet.ANY));
    table.put(
        Parameter.POLICY_ARNS,
        new Shape(20, 2048, Alphabet.ANY, Quota.SESSION_MANAGED_POLICIES.most()));
    table.put(Parameter.PROVIDED_CONTEXTS, new Shape(4, 2048, Alphabet.ANY, 5));
    table.put(Parameter.PRINCIPAL_ARN, one(20, 2048, Alphabet.ANY));
    table.put(Parameter.SAML_ASSERTION, one(4, 100_000, Alphabet.ANY));
    table.put(Parameter.WEB_IDENTITY_TOKEN, one(4, 20_000, Alphabet.ANY));
    table.put(Parameter.PROVIDER_ID, one(4, 2048, Alphabet.ANY));
    table.put(Parameter.NAME, one(2, 32, Alphabet.NAME));
    table.put(Parameter.TARGET_PRINCIPAL, one(12, 2048, Alphabet.ANY));
    table.put(Parameter.TASK_POLICY_ARN, one(20, 2048, Alphabet.ANY));
    return table;
  }

  private static Shape one(int least, int most, Alphabet alphabet) {
    return new Shape(least, most, alphabet, 1);
  }

  /** The shape of a parameter; none of the duration, whose limits hang on the operation. */
  static Optional<Shape> of(Parameter parameter) {
    return Optional.ofNullable(BY_PARAMETER.get(parameter));
  }

  /** The lengths as the object of "needs". */
  String lengths() {
    return least == most ? least + " characters" : "%d to %d characters".formatted(least, most);
  }
}
