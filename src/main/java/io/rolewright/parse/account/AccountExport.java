package io.rolewright.parse.account;

import io.rolewright.model.Inventory;
import io.rolewright.parse.InputFormat;
import io.rolewright.parse.ReadOptions;
import io.rolewright.parse.tree.ArrayNode;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the AWS command line prints about the principals of an account: the output of {@code aws iam
 * get-account-authorization-details}, {@code get-role}, {@code list-roles}, {@code
 * get-policy-version}, {@code get-role-policy}, {@code get-user-policy} and {@code
 * get-group-policy}, and bare roles as {@code --query Role} leaves them.
 *
 * <p>A file may hold one page, several pages one after the other, or an array of pages; they are
 * joined before anything is looked up. Policy documents may be objects, JSON text, or JSON text
 * encoded as in a URL (RFC 3986), which is how the IAM API returns them.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html">GetAccountAuthorizationDetails</a>
 */
public final class AccountExport implements InputFormat {

  @Override
  public boolean recognises(Tree tree) {
    return tree.roots().stream().anyMatch(AccountExport::isExport);
  }

  @Override
  public Inventory read(Tree tree, ReadOptions options) {
    List<ObjectNode> pages = new ArrayList<>();
    for (Node root : tree.roots()) {
      root.match(pages::add, array -> pages.addAll(objects(array)), scalar -> false);
    }
    return new ExportReader(tree.file(), options).read(pages);
  }

  private static boolean isExport(Node root) {
    return root.match(
        AccountExport::isPage,
        array -> objects(array).stream().anyMatch(AccountExport::isPage),
        scalar -> false);
  }

  private static boolean isPage(ObjectNode object) {
    return object.has("UserDetailList")
        || object.has("GroupDetailList")
        || object.has("RoleDetailList")
        || isRole(object)
        || isInlinePolicy(object)
        || object.get("Role").flatMap(Node::asObject).filter(AccountExport::isRole).isPresent()
        || first(object, "Roles").filter(AccountExport::isRole).isPresent()
        || first(object, "Policies").filter(p -> p.has("PolicyVersionList")).isPresent()
        || isVersion(object);
  }

  /** Whether this is a role by itself; a template's role has no ARN and is no root. */
  static boolean isRole(ObjectNode object) {
    return object.has("AssumeRolePolicyDocument") && (object.has("RoleName") || object.has("Arn"));
  }

  /** Whether this is what {@code get-role-policy} and its kin print. */
  static boolean isInlinePolicy(ObjectNode object) {
    return object.has("PolicyDocument")
        && object.has("PolicyName")
        && (object.has("RoleName") || object.has("UserName") || object.has("GroupName"));
  }

  private static boolean isVersion(ObjectNode object) {
    return object
        .get("PolicyVersion")
        .flatMap(Node::asObject)
        .filter(v -> v.has("Document"))
        .isPresent();
  }

  private static Optional<ObjectNode> first(ObjectNode object, String name) {
    return object.get(name).flatMap(Node::asArray).flatMap(a -> objects(a).stream().findFirst());
  }

  private static List<ObjectNode> objects(ArrayNode array) {
    return array.items().stream().flatMap(item -> item.asObject().stream()).toList();
  }
}
