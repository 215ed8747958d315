package io.rolewright.catalog;

/** The type of a condition key's values, which says what operators fit it (R1.34). */
public enum ValueType {
  STRING('S'),
  ARN('A'),
  BOOL('B'),
  NUMERIC('N'),
  DATE('D'),
  IP_ADDRESS('I');

  private final char code;

  ValueType(char code) {
    this.code = code;
  }

  /** The letter that stands for the type in the generated resource. */
  char code() {
    return code;
  }

  static ValueType ofCode(char code) {
    for (ValueType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new IllegalArgumentException("no value type has the code " + code);
  }
}
