package io.rolewright.rule.lang;

import java.util.List;

/**
 * A node of a rule block's syntax tree.
 *
 * @param tag what it is
 * @param start its first offset in the rule file
 * @param end just after its last
 * @param text a name, a literal, an operator; empty where its tag says all
 * @param parts its parts, in the order that its tag tells
 */
record Syntax(Tag tag, int start, int end, String text, List<Syntax> parts) {

  /** What a node is. Parts in brackets may be missing, in which case {@link #NONE} stands there. */
  enum Tag {
    /** Parts: clauses. */
    BLOCK,
    /** Parts: steps, the last of which is a report. */
    CLAUSE,
    /** Text: the kind. Parts: variable, [where from]. Steps through a list, or through all. */
    FOR,
    /** The same until something is reported. */
    FOR_SOME,
    /** Parts: variable, value. */
    LET,
    /** Parts: condition. */
    WHERE,
    /** Parts: inquiry, or an answer. */
    WHEN,
    /** Text: {@code possible} or {@code impossible}. Parts: variable, actor, condition. */
    INQUIRY,
    /** Parts: place, [severity], message, [advice], then related places and fixes. */
    REPORT,
    /** Parts: texts and expressions, joined. */
    MESSAGE,
    /** Parts: place, message. */
    RELATED,
    /** Parts: title, then changes. */
    FIX,
    /** Text: {@code replace}, {@code remove} or what to add. Parts: as the change needs. */
    CHANGE,
    /** Text: the word. Parts: arguments, the one before the dot first. */
    CALL,
    /** Text: the operator. Parts: left, right. */
    COMPARE,
    /** Text: {@code absent} or {@code empty}. Parts: what is tested. */
    IS,
    NOT,
    AND,
    OR,
    /** Parts: condition, then, else. */
    IF,
    /** Text: {@code any}, {@code every} or {@code no}. Parts: variable, list, condition. */
    QUANTIFIED,
    MAYBE,
    /** Parts: variable, list, condition. */
    THOSE,
    /** Parts: elements. */
    LIST,
    /** A variable, or a word without arguments. */
    NAME,
    TEXT,
    NUMBER,
    TRUTH,
    NONE
  }

  Syntax {
    parts = List.copyOf(parts);
  }

  Syntax part(int index) {
    return parts.get(index);
  }

  boolean isNone() {
    return tag == Tag.NONE;
  }
}
