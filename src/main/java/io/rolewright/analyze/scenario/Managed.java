package io.rolewright.analyze.scenario;

import io.rolewright.model.ActionElement;
import io.rolewright.model.Effect;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.PrincipalElement;
import io.rolewright.model.ResourceElement;
import io.rolewright.model.Statement;
import io.rolewright.model.Version;
import io.rolewright.parse.json.JsonReader;
import io.rolewright.parse.policy.PolicyReader;
import io.rolewright.parse.tree.Limits;
import io.rolewright.parse.tree.Node;
import io.rolewright.source.Origin;
import io.rolewright.source.SourceFile;
import java.util.List;
import java.util.Optional;

/** Policies that are known by name only. */
final class Managed {

  private static final String FULL = "FullAWSAccess";

  /** The policy that AWS attaches to every level of resource control policies. */
  static final String FULL_FOR_RESOURCES = "RCPFullAWSAccess";

  private static final String FULL_TEXT =
      "{\"Version\":\"2012-10-17\",\"Statement\":"
          + "[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

  private static final String FULL_FOR_RESOURCES_TEXT =
      "{\"Version\":\"2012-10-17\",\"Statement\":"
          + "[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

  private Managed() {}

  /** Whether a name is that of a policy AWS attaches to organisations by itself (R2.4, R2.5). */
  static boolean isWellKnown(String name) {
    return name.equals(FULL) || name.equals(FULL_FOR_RESOURCES);
  }

  /** The document of such a policy, by its name or ARN. */
  static Optional<PolicyDocument> wellKnown(String name, PolicyReader reader, PolicyKind kind) {
    String last = name.substring(name.lastIndexOf('/') + 1);
    boolean full = last.equals(FULL) || last.equals("p-" + FULL);
    boolean forResources =
        last.equals(FULL_FOR_RESOURCES) || last.equals("p-" + FULL_FOR_RESOURCES);
    if (!full && !forResources) {
      return Optional.empty();
    }
    SourceFile file = SourceFile.of(last, full ? FULL_TEXT : FULL_FOR_RESOURCES_TEXT);
    Node root = JsonReader.read(file, Limits.DEFAULT).roots().get(0);
    return Optional.of(reader.read(root, kind));
  }

  /** A document of which nothing is known: whatever is asked, it may say yes, no or nothing. */
  static PolicyDocument unknown(Origin at) {
    Statement anything =
        new Statement(
            at,
            Optional.empty(),
            Effect.UNKNOWN,
            at,
            new PrincipalElement.Absent(at),
            new ActionElement.Absent(at),
            new ResourceElement.Absent(at),
            List.of());
    return new PolicyDocument(
        at,
        Version.V2012_10_17,
        Optional.empty(),
        List.of(anything),
        List.of(),
        new PolicyDocument.Size(0, 0, false));
  }
}
