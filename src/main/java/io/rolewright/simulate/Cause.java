package io.rolewright.simulate;

/** Why a step of an evaluation came out as it did; the end of a sentence after "because". */
public enum Cause {
  /** What the step stands for itself: its parts say why. */
  PARTS(""),
  EQUAL("the value is as demanded"),
  DIFFERS("the value differs"),
  KEY_ABSENT("the key is absent"),
  KEY_PRESENT("the key is present"),
  ABSENT_AND_NEGATED("the key is absent and the operator is negated"),
  ABSENT_AND_IF_EXISTS("the key is absent and the operator says IfExists"),
  ABSENT_AND_FOR_ALL("the key is absent, which satisfies ForAllValues"),
  ABSENT_AND_FOR_ANY("the key is absent, which no ForAnyValue survives"),
  NO_VALUES("the list of values is empty"),
  NOT_QUALIFIED("a key of several values needs ForAllValues or ForAnyValue"),
  UNREADABLE_OPERAND("a value cannot be read as what the operator compares"),
  VARIABLE_WITHOUT_VALUE("a policy variable has no value in this request"),
  UNKNOWN_OPERATOR("there is no such operator"),
  UNKNOWN("a piece of the policy is not known"),
  NO_ELEMENT("the statement has no such element"),
  EVERYONE("the star covers this caller"),
  NOT_EVERYONE("the star does not cover callers of this kind"),
  SAME_PRINCIPAL("this is the caller"),
  OTHER_ACCOUNT("the caller belongs to another account"),
  OTHER_PARTITION("the caller belongs to another partition"),
  OTHER_KIND("the caller is of another kind"),
  OTHER_NAME("the caller has another name"),
  NOBODY("this names nobody"),
  NOT_EXEMPT("the list does not name the caller at every level"),
  HAS_BOUNDARY("a caller with a permissions boundary is never exempt"),
  TOO_FEW_PARTS("the pattern is no ARN");

  private final String words;

  Cause(String words) {
    this.words = words;
  }

  /** The cause in words; empty where the step's parts tell. */
  public String words() {
    return words;
  }
}
