package io.rolewright.parse.cloudformation;

import io.rolewright.model.Inventory;
import io.rolewright.parse.InputFormat;
import io.rolewright.parse.ReadOptions;
import io.rolewright.parse.tree.Node;
import io.rolewright.parse.tree.ObjectNode;
import io.rolewright.parse.tree.ScalarNode;
import io.rolewright.parse.tree.Tree;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * CloudFormation and SAM templates, JSON or YAML.
 *
 * <p>A resource that differs between the template's conditions is read once for every difference;
 * its records say in {@code world} when they hold. Parameters are never taken for their defaults.
 */
public final class CloudFormation implements InputFormat {

  @Override
  public boolean recognises(Tree tree) {
    return tree.roots().stream().anyMatch(CloudFormation::isTemplate);
  }

  @Override
  public Inventory read(Tree tree, ReadOptions options) {
    Inventory all = Inventory.EMPTY;
    for (Node root : tree.roots()) {
      if (isTemplate(root)) {
        all = all.plus(read(root.asObject().get(), options));
      }
    }
    return all;
  }

  private static boolean isTemplate(Node root) {
    return root.asObject()
        .filter(o -> o.has("AWSTemplateFormatVersion") || isTransformed(o) || hasResources(o))
        .isPresent();
  }

  /** A macro may write all of the resources. */
  private static boolean isTransformed(ObjectNode root) {
    return root.has("Transform") && root.get("Resources").flatMap(Node::asObject).isPresent();
  }

  private static boolean hasResources(ObjectNode root) {
    return root.get("Resources").flatMap(Node::asObject).stream()
        .flatMap(r -> r.members().stream())
        .anyMatch(m -> m.value().asObject().filter(CloudFormation::hasType).isPresent());
  }

  /** Whether {@code Type} is like {@code AWS::IAM::Role} or {@code Custom::Thing}. */
  private static boolean hasType(ObjectNode resource) {
    Optional<String> type = resource.get("Type").flatMap(Node::asScalar).map(ScalarNode::text);
    int first = type.map(t -> t.indexOf("::")).orElse(-1);
    return first > 0
        && (type.get().startsWith("Custom::") || type.get().indexOf("::", first + 2) > first + 2);
  }

  private static Inventory read(ObjectNode root, ReadOptions options) {
    ProblemLog problems = new ProblemLog();
    Template template = Template.of(root, problems);
    Links links = new Links(template);
    MetadataSuppressions suppressions = new MetadataSuppressions(problems);
    suppressions.read(root, root.origin().file().whole());
    Harvest.Records records = new Harvest.Records();
    for (Resource resource : template.resources()) {
      if (resource.declared()) {
        suppressions.read(resource.body(), resource.scope());
        Function<World, Reading> reading =
            world -> new Reading(template, links, options, world, problems);
        ResourceReader.of(resource.type())
            .ifPresent(r -> inEachWorld(resource, reading, r, problems).forEach(records::add));
      }
    }
    return records.with(suppressions.all(), problems.all());
  }

  private static List<Inventory> inEachWorld(
      Resource resource,
      Function<World, Reading> readings,
      ResourceReader reader,
      ProblemLog problems) {
    Worlds.Exploration<Inventory> exploration =
        Worlds.explore(world -> inventory(resource, readings.apply(world), reader));
    if (!exploration.complete()) {
      problems.note(
          "`"
              + resource.id()
              + "` depends on so many conditions that not all of their"
              + " combinations were looked at",
          resource.at());
    }
    return Outcome.of(exploration.seen()).stream()
        .map(outcome -> Harvest.in(outcome.when(), outcome.result()))
        .toList();
  }

  private static Inventory inventory(Resource resource, Reading reading, ResourceReader reader) {
    Harvest harvest = new Harvest();
    if (reading.exists(resource)) {
      reader.read(reading, resource, harvest);
    }
    return harvest.inventory();
  }
}
