package io.rolewright.reason.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.catalog.AccessLevel;
import io.rolewright.catalog.Catalog;
import io.rolewright.catalog.ServiceAction;
import io.rolewright.reason.formula.Assignment;
import io.rolewright.reason.formula.Formula;
import io.rolewright.reason.solve.SearchBudget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ActionSetTest {

  private static final Catalog CATALOG = Catalog.shipped();

  private final Permissions made = new Permissions();
  private final Spelling spelling = Spelling.of(CATALOG);

  private Access<String> list(Formula access) {
    return new AccessLines(made.formulas, Permissions.domains(), SearchBudget.ordinary())
        .of(access, made.sources);
  }

  private ActionSet actions(Formula access) {
    Access<String> lines = list(access);
    assertThat(lines.isComplete()).isTrue();
    assertThat(lines.lines()).hasSize(1);
    return lines.lines().get(0).actions();
  }

  private static List<ServiceAction> catalogued() {
    List<ServiceAction> all = new ArrayList<>();
    CATALOG
        .prefixes()
        .forEach(prefix -> all.addAll(CATALOG.service(prefix).orElseThrow().actions()));
    return all;
  }

  /** As AWS's own lists for reading: some names, some beginnings, some pieces of names. */
  private static String patterns(int count, long seed) {
    Random random = new Random(seed);
    List<ServiceAction> all = catalogued();
    Collections.shuffle(all, random);
    return all.stream()
        .limit(count)
        .map(
            action -> {
              int cut = 1 + random.nextInt(action.name().length());
              String beginning = action.service() + ":" + action.name().substring(0, cut);
              int kind = random.nextInt(40);
              return kind == 0
                  ? action.service() + ":*" + action.name().substring(cut - 1)
                  : kind < 8 ? beginning + "*" : action.id();
            })
        .collect(Collectors.joining(" "));
  }

  private static List<String> names(long seed) {
    Random random = new Random(seed);
    List<String> names = new ArrayList<>();
    for (ServiceAction action : catalogued()) {
      String name = action.id().toLowerCase(Locale.ROOT);
      names.add(name);
      int colon = name.indexOf(':');
      int cut = colon + 2 + random.nextInt(name.length() - colon - 1);
      names.add(name.substring(0, cut) + (random.nextBoolean() ? "" : "x"));
    }
    return names;
  }

  @Test
  void terms_are_exactly_the_actions_catalogued_or_not() {
    for (int seed = 0; seed < 2; seed++) {
      Formula role =
          made.policy(
              "role",
              made.allow(patterns(900, seed), "*"),
              made.allow(patterns(300, seed + 10), "*"),
              made.deny(patterns(400, seed + 20), "*"));
      Formula boundary =
          made.policy(
              "boundary",
              made.allow("*:Get* *:List* s3:* ec2:*", "*"),
              made.allow(patterns(500, seed), "*"));
      Formula both = made.formulas.and(role, boundary);
      ActionSet actions = actions(both);
      for (String name : names(seed)) {
        Assignment request =
            Assignment.nothing().with(AccessLines.ACTION, name).with(AccessLines.RESOURCE, "r");
        assertThat(actions.contains(name)).as(name).isEqualTo(both.holds(request));
      }
    }
  }

  @Test
  void a_very_long_list_is_one_line_in_little_time() {
    Formula role = made.policy("role", made.allow(patterns(2_677, 1), "*"));
    long start = System.nanoTime();
    ActionSet actions = actions(role);
    assertThat(actions.terms()).hasSizeBetween(1_000, 2_677).allMatch(ActionTerm::isPlain);
    assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(10_000);
  }

  @Test
  void a_thousand_statements_are_listed() {
    Permissions.Rule[] rules = new Permissions.Rule[1_000];
    String[] patterns = patterns(rules.length, 3).split(" ");
    for (int i = 0; i < rules.length; i++) {
      rules[i] = made.allow(patterns[i] + " s3:Get*", "arn:aws:x:::" + i + "/*");
    }
    Access<String> access = list(made.policy("role", rules));
    assertThat(access.missing()).isEmpty();
    assertThat(access.lines()).hasSizeBetween(900, 1_001);
    assertThat(access.lines())
        .filteredOn(line -> line.resources().toString().contains(":::77/*"))
        .anySatisfy(line -> assertThat(line.sources()).contains("role-78"));
  }

  @Test
  void names_are_spelled_as_the_policy_or_aws_does() {
    Formula role =
        made.policy(
            "role", made.allow("s3:getobject s3:list* s3:*acl nosuch:thing* *:describe*", "*"));
    AccessWords words = AccessWords.of(spelling, Permissions.domains());
    assertThat(words.actions(actions(role)))
        .isEqualTo("*:Describe*, nosuch:Thing*, s3:*Acl, s3:GetObject, s3:List*");
    AccessWords own =
        AccessWords.of(Spelling.of(CATALOG).as(List.of("S3:getObject")), Permissions.domains());
    assertThat(own.actions(actions(role))).contains("S3:getObject");
  }

  @Test
  void levels_say_how_far_access_goes_in_a_service() {
    Formula role = made.policy("role", made.allow("s3:Get* s3:List* s3:PutObject sqs:*", "*"));
    ServiceLevels.Summary summary = ServiceLevels.of(actions(role), CATALOG);
    assertThat(summary.others()).isEmpty();
    assertThat(summary.services()).extracting(ServiceLevels::service).containsExactly("s3", "sqs");
    assertThat(summary.services().get(0).levels().get(AccessLevel.WRITE).granted()).isEqualTo(1);
    assertThat(summary.services().get(1))
        .hasToString("sqs: all of read, write, tagging and permissions management");
    assertThat(summary.services().get(0).toString()).contains("some of").contains("write");
  }

  @Test
  void levels_of_everything_name_only_the_services_with_exceptions() {
    Formula role = made.policy("role", made.allow("*", "*"), made.deny("sqs:Delete*", "*"));
    ServiceLevels.Summary summary = ServiceLevels.of(actions(role), CATALOG);
    assertThat(summary.others()).contains(true);
    assertThat(summary.services()).extracting(ServiceLevels::service).containsExactly("sqs");
    Formula less = made.formulas.and(role, made.policy("b", made.allow("!*:Delete*", "*")));
    assertThat(ServiceLevels.of(actions(less), CATALOG).others()).contains(false);
  }

  @Test
  void many_names_are_abridged_and_that_is_said() {
    String names =
        CATALOG.service("sqs").orElseThrow().actions().stream()
            .filter(action -> !action.name().equals("DeleteQueue"))
            .map(ServiceAction::id)
            .collect(Collectors.joining(" "));
    ActionSet all = actions(made.policy("role", made.allow(names, "*")));
    Abridged abridged = Abridged.of(all, CATALOG);
    assertThat(abridged.asOfCatalogue()).isTrue();
    assertThat(abridged.actions().terms()).hasSizeLessThan(all.terms().size());
    assertThat(abridged.actions().toString()).contains("sqs:list*");
    for (ServiceAction action : catalogued()) {
      assertThat(abridged.actions().contains(action.id())).isEqualTo(all.contains(action.id()));
    }
  }

  @Test
  void few_names_are_left_as_they_are() {
    ActionSet few = actions(made.policy("role", made.allow("sqs:ListQueues s3:Get*", "*")));
    assertThat(Abridged.of(few, CATALOG)).isEqualTo(new Abridged(few, false));
  }
}
