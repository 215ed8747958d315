package io.rolewright.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A task that an AssumeRoot session may be limited to, with the Deny statements of its policy.
 *
 * @param name such as {@code S3UnlockBucketPolicy}
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html">
 *     Perform a privileged task on a member account</a>
 */
public record RootTask(String name, List<Denial> denials) {

  private static final String OWNER = ":iam::aws:policy/root-task/";

  /**
   * A Deny statement.
   *
   * @param exceptActions whether {@code actions} are those of {@code NotAction}
   * @param exceptResources whether {@code resources} are those of {@code NotResource}
   * @param condition operator, key and value, or nothing
   */
  public record Denial(
      String sid,
      boolean exceptActions,
      List<String> actions,
      boolean exceptResources,
      List<String> resources,
      List<String> condition) {

    public Denial {
      actions = List.copyOf(actions);
      resources = List.copyOf(resources);
      condition = List.copyOf(condition);
    }
  }

  public RootTask {
    denials = List.copyOf(denials);
  }

  private static final class Shipped {
    static final Map<String, RootTask> BY_NAME = load();

    private static Map<String, RootTask> load() {
      Map<String, List<Denial>> denials = new TreeMap<>();
      for (List<String> row : Table.shipped("root-tasks.tsv").rows()) {
        denials.computeIfAbsent(row.get(0), name -> new ArrayList<>()).add(denial(row));
      }
      Map<String, RootTask> tasks = new TreeMap<>();
      denials.forEach((name, list) -> tasks.put(name, new RootTask(name, list)));
      return tasks;
    }

    private static Denial denial(List<String> row) {
      String condition = row.get(6);
      return new Denial(
          row.get(1),
          row.get(2).equals("NotAction"),
          Table.list(row.get(3)),
          row.get(4).equals("NotResource"),
          Table.list(row.get(5)),
          condition.equals("-") ? List.of() : Table.split(condition, ' '));
    }
  }

  /** All of them, sorted by name. */
  public static Collection<RootTask> all() {
    return Collections.unmodifiableCollection(Shipped.BY_NAME.values());
  }

  /** The task of a policy's ARN, in any partition; nothing where it is none. */
  public static Optional<RootTask> ofArn(String arn) {
    int at = arn.indexOf(OWNER);
    return at < 0 || !arn.startsWith("arn:")
        ? Optional.empty()
        : Optional.ofNullable(Shipped.BY_NAME.get(arn.substring(at + OWNER.length())));
  }

  /** The ARN of the task's policy in the usual partition. */
  public String arn() {
    return "arn:aws" + OWNER + name;
  }
}
