package io.rolewright.analyze.compare;

import io.rolewright.model.Attachment;
import io.rolewright.model.PolicyDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * All policies that someone holds, with his permissions boundary.
 *
 * @param missing policies that are attached and whose text is not in the input
 * @param boundary the boundary's text
 * @param missingBoundary the boundary's name, if its text is not in the input
 */
record Permissions(
    List<PolicyDocument> documents,
    Set<String> missing,
    Optional<PolicyDocument> boundary,
    Optional<String> missingBoundary) {

  private static final String OTHERS = "policies that are not in the input";

  /** Nothing is held. */
  static final Permissions NONE =
      new Permissions(List.of(), Set.of(), Optional.empty(), Optional.empty());

  /**
   * Of attachments.
   *
   * @param complete whether these are all there are
   */
  static Permissions of(
      List<Attachment> attachments, boolean complete, Optional<Attachment> boundary) {
    List<PolicyDocument> documents = new ArrayList<>();
    Set<String> missing = new TreeSet<>();
    for (Attachment attachment : attachments) {
      attachment.document().ifPresentOrElse(documents::add, () -> missing.add(quoted(attachment)));
    }
    if (!complete && missing.isEmpty()) {
      missing.add(OTHERS);
    }
    return new Permissions(
        documents,
        missing,
        boundary.flatMap(Attachment::document),
        boundary.filter(b -> b.document().isEmpty()).map(Permissions::quoted));
  }

  private static String quoted(Attachment attachment) {
    return "`" + attachment.name().shown() + "`";
  }

  /** All texts there are. */
  List<PolicyDocument> texts() {
    List<PolicyDocument> all = new ArrayList<>(documents);
    boundary.ifPresent(all::add);
    return all;
  }

  /** Whether AWS would store all of them. */
  boolean areLegal() {
    return texts().stream().allMatch(document -> document.defects().isEmpty());
  }
}
