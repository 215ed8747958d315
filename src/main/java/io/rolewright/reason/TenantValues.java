package io.rolewright.reason;

import io.rolewright.catalog.TokenForm.Segment;
import io.rolewright.model.Text;
import io.rolewright.model.TextPart;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Subjects and audiences that a tenant nobody knows can have in his tokens. */
final class TenantValues {

  private static final int PLAIN = 3;

  /** Claims inside a subject that bind it to an owner, wherever they stand in it. */
  private static final Pattern OWNERS =
      Pattern.compile(
          "(?:^|:)(?:job_workflow_ref|repository_owner_id|repository_owner|repository_id"
              + "|repository|repo|enterprise_id|enterprise):([^:/@]+)");

  private static final Predicate<Segment> TENANT = Segment::tellsTenant;

  private final List<TokenTemplate> templates;

  TenantValues(List<TokenTemplate> templates) {
    this.templates = templates;
  }

  /** Plain values first, then such as match the mentioned patterns. */
  List<List<String>> of(List<Text> mentioned) {
    Set<String> values = new LinkedHashSet<>();
    templates.stream().limit(PLAIN).forEach(template -> values.add(template.sample(TENANT)));
    if (templates.isEmpty()) {
      values.add(Strangers.NAME);
      mentioned.stream().filter(TenantValues::isOpenInFront).forEach(t -> values.add(instance(t)));
    }
    for (Text pattern : mentioned) {
      templates.forEach(
          t -> t.matching(pattern, TENANT).filter(this::isForeign).ifPresent(values::add));
    }
    List<List<String>> each = new ArrayList<>();
    values.forEach(value -> each.add(List.of(value)));
    return each;
  }

  /** Where nothing is known of the form, only what stands in front can name the tenant. */
  private static boolean isOpenInFront(Text pattern) {
    return !pattern.parts().isEmpty() && pattern.parts().get(0) instanceof TextPart.AnyRun;
  }

  private static String instance(Text pattern) {
    return Instances.of(pattern, Strangers.NAME, key -> Strangers.NAME);
  }

  /**
   * Whether no claim but one in front, which the template has found foreign, ties the value to a
   * tenant that the pattern names.
   */
  private boolean isForeign(String value) {
    Matcher owner = OWNERS.matcher(value);
    while (owner.find()) {
      String name = owner.group(1);
      boolean known = !name.contains(Strangers.NAME) && !name.matches(".*(9{8}|8{8}).*");
      if (known && owner.start() > 0) {
        return false;
      }
    }
    return true;
  }
}
