package io.rolewright.rule.lang;

/** What a word gives where there is nothing; whatever is asked of it is absent too. */
enum Absent {
  VALUE
}
