package io.rolewright.parse.cloudformation;

import io.rolewright.model.Attachment;
import io.rolewright.model.PolicyKind;
import io.rolewright.model.Role;
import io.rolewright.model.Text;
import io.rolewright.parse.tree.ArrayNode;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ObjectNode.Member;
import io.rolewright.source.Origin;
import java.util.List;
import java.util.Optional;

/**
 * The role that SAM makes for a function or state machine without one, under the logical id {@code
 * XRole}.
 *
 * <p><a
 * href="https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html">AWS::Serverless::Function</a>.
 * SAM policy templates are not expanded: a role with one is not complete.
 */
final class ServerlessRole {

  private static final String FUNCTION = "AWS::Serverless::Function";
  private static final String STATE_MACHINE = "AWS::Serverless::StateMachine";
  private static final String BASIC =
      "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";

  private ServerlessRole() {}

  /** Whether SAM adds a role for the resource. */
  static boolean isMadeFor(Resource resource) {
    boolean serverless = resource.is(FUNCTION) || resource.is(STATE_MACHINE);
    return serverless && resource.property("Role").isEmpty();
  }

  static String idFor(Resource resource) {
    return resource.id() + "Role";
  }

  static void read(Reading reading, Resource resource, Harvest harvest) {
    if (reading.property(resource, "Role").isPresent()) {
      return;
    }
    Attachments attachments = new Attachments(reading);
    if (resource.is(FUNCTION)) {
      Text basic = Text.literal(resource.at(), BASIC);
      attachments.add(new Attachment(resource.at(), basic, true, Optional.empty()));
    }
    reading.items(resource, "Policies").forEach(item -> policy(reading, item, attachments));
    reading.template().resource(idFor(resource)).ifPresent(attachments::ofIdentity);
    harvest.add(role(reading, resource, attachments));
  }

  private static Role role(Reading reading, Resource resource, Attachments attachments) {
    Node trust =
        reading
            .property(resource, "AssumeRolePolicyDocument")
            .orElseGet(() -> trustOf(service(resource), resource.at()));
    return new Role(
        resource.at(),
        Text.literal(resource.at(), idFor(resource)),
        reading.account(),
        reading.text(resource, "RolePath").flatMap(Text::plain),
        Optional.of(reading.document(trust, PolicyKind.TRUST)),
        attachments.all(),
        attachments.isComplete(),
        attachments.boundary(resource),
        Optional.empty(),
        reading.tags(resource),
        "");
  }

  /** One item of {@code Policies}: a name or ARN, a document, or a SAM policy template. */
  private static void policy(Reading reading, Node item, Attachments attachments) {
    if (item.asScalar().isPresent()) {
      attachments.managed(byArn(item));
    } else if (item.asObject().filter(o -> o.has("Statement")).isPresent()) {
      Text name = Text.literal(item.origin(), "Policies");
      attachments.add(
          new Attachment(
              item.origin(),
              name,
              false,
              Optional.of(reading.document(item, PolicyKind.IDENTITY))));
    } else {
      attachments.leaveOpen();
    }
  }

  /** SAM takes the bare names of AWS's own policies too; without their path they are no ARNs. */
  private static Node byArn(Node item) {
    return Pieces.plain(item)
        .filter(name -> !name.startsWith("arn:"))
        .<Node>map(name -> Pieces.given(item.origin(), "arn:aws:iam::aws:policy/" + name))
        .orElse(item);
  }

  private static String service(Resource resource) {
    return resource.is(FUNCTION) ? "lambda.amazonaws.com" : "states.amazonaws.com";
  }

  /** The trust policy that SAM writes; all of it stands at the resource. */
  private static ObjectNode trustOf(String service, Origin at) {
    ObjectNode statement =
        object(
            at,
            member(at, "Effect", Pieces.given(at, "Allow")),
            member(at, "Principal", object(at, member(at, "Service", Pieces.given(at, service)))),
            member(at, "Action", Pieces.given(at, "sts:AssumeRole")));
    return object(
        at,
        member(at, "Version", Pieces.given(at, "2012-10-17")),
        member(at, "Statement", new ArrayNode(at, Optional.empty(), List.of(statement))));
  }

  private static ObjectNode object(Origin at, Member... members) {
    return new ObjectNode(at, Optional.empty(), List.of(members));
  }

  private static Member member(Origin at, String name, Node value) {
    return new Member(Pieces.given(at, name), value);
  }
}
