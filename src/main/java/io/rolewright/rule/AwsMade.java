package io.rolewright.rule;

import io.rolewright.model.Attachment;
import io.rolewright.model.Identity;
import io.rolewright.model.Inventory;
import io.rolewright.model.PolicyDocument;
import io.rolewright.model.PrincipalPattern;
import io.rolewright.model.Role;
import io.rolewright.model.SessionGrant;
import io.rolewright.model.Statement;
import io.rolewright.model.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What AWS itself writes and lets nobody else change: service-linked roles and the texts of AWS
 * managed policies. Nothing is found in them, since whoever reads it could do nothing about it; who
 * has such a policy is judged by what it allows as by any other.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html">Service-linked
 *     roles</a>
 */
public final class AwsMade {

  /** IAM lets only AWS services create roles below it. */
  private static final String SERVICE_LINKED = "/aws-service-role/";

  private static final String OWNER = ":iam::aws:policy/";

  private final Set<String> documents = new HashSet<>();

  private AwsMade() {}

  /** All of it in an inventory. */
  public static AwsMade in(Inventory inventory) {
    AwsMade made = new AwsMade();
    for (Role role : inventory.roles()) {
      if (made.has(role)) {
        role.trust().ifPresent(made::add);
      }
      made.addOwned(role.permissions());
      made.addOwned(role.boundary().stream().toList());
    }
    for (Identity identity : inventory.identities()) {
      made.addOwned(identity.permissions());
      made.addOwned(identity.boundary().stream().toList());
    }
    for (SessionGrant grant : inventory.sessions()) {
      made.addOwned(grant.policies());
    }
    return made;
  }

  private void addOwned(List<Attachment> attachments) {
    for (Attachment attachment : attachments) {
      if (attachment.managed() && isOwned(attachment.name())) {
        attachment.document().ifPresent(this::add);
      }
    }
  }

  private void add(PolicyDocument document) {
    documents.add(document.origin().place());
  }

  private static boolean isOwned(Text name) {
    String arn = name.shown();
    return arn.startsWith("arn:") && arn.contains(OWNER);
  }

  /** Whether a role is service-linked: by its path, and since services alone get into it. */
  public boolean has(Role role) {
    return role.path().filter(path -> path.startsWith(SERVICE_LINKED)).isPresent()
        && role.trust().stream()
            .flatMap(trust -> trust.statements().stream())
            .filter(Statement::isAllow)
            .allMatch(AwsMade::isForServices);
  }

  private static boolean isForServices(Statement statement) {
    List<PrincipalPattern> principals = statement.principal().patterns();
    return !principals.isEmpty()
        && principals.stream().allMatch(PrincipalPattern.Service.class::isInstance);
  }

  /** Whether it is a document of AWS. */
  public boolean has(PolicyInPlace policy) {
    return documents.contains(policy.document().origin().place());
  }
}
