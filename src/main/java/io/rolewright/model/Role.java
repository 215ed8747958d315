package io.rolewright.model;

import io.rolewright.source.Origin;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A role as declared in a template or found in an account.
 *
 * @param origin the declaration
 * @param name the role's name, or what the template calls it
 * @param account the owner, twelve digits, where the input says it
 * @param path such as {@code /service-role/}
 * @param trust the trust policy; empty where the input does not hold it
 * @param permissions inline and managed policies
 * @param complete whether {@code permissions} is all the role has: false where a template may be
 *     added to elsewhere or a managed policy's text is missing
 * @param boundary the permissions boundary
 * @param maxSessionDuration in seconds, where set; AWS takes 3600 where it is not
 * @param tags the role's tags whose values are known
 * @param world the template conditions under which the role is as described, as the end of a
 *     sentence ({@code when IsProd is true}); empty where it always is
 */
public record Role(
    Origin origin,
    Text name,
    Optional<String> account,
    Optional<String> path,
    Optional<PolicyDocument> trust,
    List<Attachment> permissions,
    boolean complete,
    Optional<Attachment> boundary,
    Optional<Amount> maxSessionDuration,
    Map<String, String> tags,
    String world) {

  public Role {
    permissions = List.copyOf(permissions);
    tags = Map.copyOf(tags);
  }
}
