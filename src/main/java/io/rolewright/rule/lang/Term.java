package io.rolewright.rule.lang;

import io.rolewright.reason.encode.Encoding;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.strings.Language;
import java.util.Set;

/** A text of a request that is still looked for. */
public interface Term {

  /** The condition keys that it reads, in lower case. */
  Set<String> keys();

  /** That the request has it. */
  Formula present(Encoding encoding);

  /** That the request has it, with a text of the language. */
  Formula in(Language language, Encoding encoding);
}
