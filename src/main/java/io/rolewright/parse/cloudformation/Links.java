package io.rolewright.parse.cloudformation;

import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ScalarNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which resources may speak of each other, by the words they have in common: an index, so that not
 * every policy is asked about every role. Whether they really do is for the world at hand to say.
 */
final class Links {

  static final List<String> TARGETS =
      List.of("Roles", "Users", "Groups", "RoleName", "UserName", "GroupName");

  private static final List<String> OF_SERVERLESS = List.of("Policies", "PermissionsBoundary");
  private static final List<String> OF_OTHERS =
      List.of("ManagedPolicyArns", "ManagedPolicies", "PermissionsBoundary");

  /** AWS allows 500 resources in a template. */
  private static final int MOST = 500;

  private final Map<String, List<Resource>> policies = new HashMap<>();
  private final Map<String, List<Resource>> holders = new HashMap<>();
  private final Map<String, List<Resource>> managed = new HashMap<>();
  private final Map<String, List<Resource>> users = new HashMap<>();

  Links(Template template) {
    template.resources().forEach(this::index);
  }

  /** The policies that may name the role, user or group as the one they are attached to. */
  List<Resource> policiesFor(Resource holder) {
    return all(policies, ownWords(holder));
  }

  /** The roles, users and groups that a policy may be attached to. */
  List<Resource> holdersFor(Resource policy) {
    return all(holders, words(policy, TARGETS));
  }

  /** The managed policies that a reference such as an ARN may mean. */
  List<Resource> managedBy(String reference) {
    return all(managed, wordsOf(reference));
  }

  /** The properties in which a resource may refer to managed policies. */
  static List<String> managedIn(Resource resource) {
    return resource.type().startsWith("AWS::Serverless::") ? OF_SERVERLESS : OF_OTHERS;
  }

  /** The resources that may refer to the managed policy. */
  List<Resource> usersOf(Resource policy) {
    return all(users, ownWords(policy));
  }

  private void index(Resource resource) {
    if (Policies.isAttachable(resource)) {
      words(resource, TARGETS).forEach(word -> put(policies, word, resource));
    }
    switch (resource.type()) {
      case ResourceNames.ROLE, ResourceNames.USER, ResourceNames.GROUP ->
          ownWords(resource).forEach(word -> put(holders, word, resource));
      case ResourceNames.MANAGED_POLICY ->
          ownWords(resource).forEach(word -> put(managed, word, resource));
      default -> {}
    }
    if (resource.declared() && ResourceReader.of(resource.type()).isPresent()) {
      words(resource, managedIn(resource)).forEach(word -> put(users, word, resource));
    }
  }

  private static void put(Map<String, List<Resource>> index, String word, Resource resource) {
    List<Resource> known = index.computeIfAbsent(word, w -> new ArrayList<>());
    if (known.size() < MOST) {
      known.add(resource);
    }
  }

  private static List<Resource> all(Map<String, List<Resource>> index, Set<String> words) {
    List<Resource> found = new ArrayList<>();
    Set<String> ids = new LinkedHashSet<>();
    for (String word : words) {
      for (Resource resource : index.getOrDefault(word, List.of())) {
        if (ids.add(resource.id())) {
          found.add(resource);
        }
      }
    }
    return found;
  }

  /** The logical id, and whatever its name is made of. */
  private static Set<String> ownWords(Resource resource) {
    Set<String> words = new LinkedHashSet<>();
    words.add(resource.id());
    Optional<ResourceNames> shape = ResourceNames.of(resource.type());
    shape.flatMap(s -> resource.property(s.nameProperty())).ifPresent(name -> collect(name, words));
    return words;
  }

  private static Set<String> words(Resource resource, List<String> properties) {
    Set<String> words = new LinkedHashSet<>();
    for (String property : properties) {
      resource.property(property).ifPresent(node -> collect(node, words));
    }
    return words;
  }

  private static void collect(Node node, Set<String> words) {
    List<Node> inner =
        node.match(
            o -> o.members().stream().map(m -> m.value()).toList(),
            a -> a.items(),
            s -> List.<Node>of());
    inner.forEach(n -> collect(n, words));
    node.asScalar().map(ScalarNode::text).ifPresent(text -> words.addAll(wordsOf(text)));
  }

  /** The text itself, the last part of an ARN, and all that stands between punctuation. */
  private static Set<String> wordsOf(String text) {
    Set<String> words = new LinkedHashSet<>();
    words.add(text);
    words.add(text.substring(text.lastIndexOf('/') + 1));
    int from = 0;
    for (int i = 0; i <= text.length() && i < 2048; i++) {
      if (i == text.length() || !Character.isLetterOrDigit(text.charAt(i))) {
        words.add(text.substring(from, i));
        from = i + 1;
      }
    }
    words.remove("");
    return words;
  }
}
