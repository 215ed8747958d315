package io.rolewright.model;

import io.rolewright.source.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A policy as written, with whatever could be read of it.
 *
 * @param origin the whole document
 * @param version the effective language version
 * @param versionAt the value of the {@code Version} element, if there is one
 * @param statements in written order
 * @param defects what breaks the grammar, in written order
 * @param size the length of the document as AWS counts it
 */
public record PolicyDocument(
    Origin origin,
    Version version,
    Optional<Text> versionAt,
    List<Statement> statements,
    List<Defect> defects,
    Size size) {

  /**
   * Lengths in characters for quotas (R1.7 table). Where a template leaves a piece unknown that
   * piece counts nothing, so that the true length is at least this.
   *
   * @param withoutWhitespace of the document's JSON without blanks between tokens
   * @param written of the text as it stands, for documents written as JSON text; else the same as
   *     {@code withoutWhitespace}
   * @param exact whether no piece was unknown
   */
  public record Size(int withoutWhitespace, int written, boolean exact) {}

  public PolicyDocument {
    statements = List.copyOf(statements);
    defects = List.copyOf(defects);
  }

  /** Whether a template leaves open all that it says. */
  public boolean isOpen() {
    return statements.size() == 1
        && statements.get(0).isOpen()
        && statements.get(0).origin().isSamePlace(origin);
  }

  /** This policy with other statements. */
  public PolicyDocument with(List<Statement> others) {
    return new PolicyDocument(origin, version, versionAt, others, defects, size);
  }

  /** This policy with one defect more. */
  public PolicyDocument with(Defect more) {
    List<Defect> all = new ArrayList<>(defects);
    all.add(more);
    return new PolicyDocument(origin, version, versionAt, statements, all, size);
  }
}
