package io.rolewright.reason.encode;

import io.rolewright.model.Text;
import io.rolewright.reason.formula.Formula;
import java.util.List;

/** Compares texts of policies with texts of requests. */
final class TextFormulas {

  private final Terms terms;

  TextFormulas(Terms terms) {
    this.terms = terms;
  }

  /** That the request's text is one of the policy's, in which nothing is wild or a variable. */
  Formula written(Compound given, List<Text> wanted) {
    throw new UnsupportedOperationException("" + terms);
  }
}
