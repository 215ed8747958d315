package io.rolewright.parse.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolewright.model.Inventory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Conditions make worlds; records say in which they hold. */
class WorldTest {

  private static final String TEMPLATE =
      """
      {"AWSTemplateFormatVersion": "2010-09-09",
       "Parameters": {"Env": {"Type": "String"}, "A": {"Type": "String"}, "B": {"Type": "String"},
         "Two": {"Type": "String", "AllowedValues": ["x", "y"]}},
       "Conditions": {
         "IsProd": {"Fn::Equals": [{"Ref": "Env"}, "prod"]},
         "IsTest": {"Fn::Equals": ["test", {"Ref": "Env"}]},
         "NotProd": {"Fn::Not": [{"Condition": "IsProd"}]},
         "HasA": {"Fn::Not": [{"Fn::Equals": [{"Ref": "A"}, ""]}]},
         "ProdWithA": {"Fn::And": [{"Condition": "IsProd"}, {"Condition": "HasA"}]},
         "IsX": {"Fn::Equals": [{"Ref": "Two"}, "x"]},
         "IsY": {"Fn::Equals": [{"Ref": "Two"}, "y"]},
         "IsZ": {"Fn::Equals": [{"Ref": "Two"}, "z"]},
         "Circle": {"Fn::Or": [{"Condition": "Circle"}, {"Condition": "IsProd"}]}},
       "Resources": {"R": {"Type": "AWS::IAM::Role"%s, "Properties": {"RoleName": %s}}}}
      """;

  private static final String NAME = "\"n\"";

  /** Names of the role by the worlds that they have. */
  private static Map<String, String> worlds(String condition, String name) {
    Map<String, String> worlds = new TreeMap<>();
    String attribute = condition.isEmpty() ? "" : ", \"Condition\": \"" + condition + "\"";
    Inventory inventory = Templates.read(TEMPLATE.formatted(attribute, name.replace('\'', '"')));
    inventory.roles().forEach(r -> worlds.put(r.world(), r.name().shown()));
    assertThat(worlds).hasSameSizeAs(inventory.roles());
    return worlds;
  }

  @Test
  void a_role_that_is_always_the_same_names_no_world() {
    assertThat(worlds("", NAME)).containsExactly(Map.entry("", "n"));
    assertThat(worlds("", "{'Fn::If': ['IsProd', 'n', 'n']}")).containsExactly(Map.entry("", "n"));
  }

  @Test
  void a_role_exists_only_where_its_condition_holds() {
    assertThat(worlds("IsProd", NAME))
        .containsExactly(Map.entry("when condition `IsProd` is true", "n"));
    assertThat(worlds("NotProd", NAME))
        .containsExactly(Map.entry("when condition `NotProd` is true", "n"));
  }

  @Test
  void both_branches_are_looked_at() {
    assertThat(worlds("", "{'Fn::If': ['IsProd', 'p', 'd']}"))
        .containsOnly(
            Map.entry("when condition `IsProd` is true", "p"),
            Map.entry("when condition `IsProd` is false", "d"));
  }

  @Test
  void a_combined_condition_is_told_by_its_own_name() {
    assertThat(worlds("", "{'Fn::If': ['ProdWithA', 'p', 'd']}"))
        .containsOnly(
            Map.entry("when condition `ProdWithA` is true", "p"),
            Map.entry("when condition `ProdWithA` is false", "d"));
  }

  @Test
  void worlds_that_contradict_themselves_are_not_looked_at() {
    String nested =
        "{'Fn::If': ['IsProd', {'Fn::If': ['IsTest', 'both', 'p']}, "
            + "{'Fn::If': ['IsTest', 't', 'none']}]}";
    assertThat(worlds("", nested)).hasSize(3).doesNotContainValue("both");
  }

  @Test
  void the_allowed_values_of_a_parameter_decide_comparisons() {
    assertThat(worlds("IsZ", NAME)).isEmpty();
    String nested = "{'Fn::If': ['IsX', 'x', {'Fn::If': ['IsY', 'y', 'neither']}]}";
    assertThat(worlds("", nested)).hasSize(2).doesNotContainValue("neither");
  }

  @Test
  void conditions_that_do_not_matter_are_dropped_from_the_wording() {
    String nested =
        "{'Fn::If': ['IsProd', {'Fn::If': ['HasA', 'p', 'p']}, {'Fn::If': ['HasA', 'd', 'x']}]}";
    assertThat(worlds("", nested))
        .containsOnly(
            Map.entry("when condition `IsProd` is true", "p"),
            Map.entry("when condition `IsProd` is false and condition `HasA` is true", "d"),
            Map.entry("when condition `IsProd` is false and condition `HasA` is false", "x"));
  }

  @Test
  void a_circle_of_conditions_is_open_and_told() {
    Inventory inventory = Templates.read(TEMPLATE.formatted(", \"Condition\": \"Circle\"", NAME));
    assertThat(inventory.roles()).hasSize(1);
    assertThat(Templates.messages(inventory)).contains("condition `Circle` refers to itself");
  }

  @Test
  void an_undeclared_condition_is_open() {
    assertThat(worlds("No", NAME)).hasSize(1);
  }

  @Test
  void five_comparisons_are_looked_at_exactly() {
    Inventory inventory = Templates.read(manyConditions(5));
    assertThat(inventory.roles()).hasSize(32);
    assertThat(inventory.problems()).isEmpty();
  }

  @Test
  void of_more_comparisons_all_equal_worlds_and_single_changes_are_looked_at() {
    Inventory inventory = Templates.read(manyConditions(8));
    assertThat(inventory.roles()).hasSize(2 + 2 * 8);
    assertThat(Templates.messages(inventory))
        .containsExactly(
            "`R` depends on so many conditions that not all of their combinations were looked at");
  }

  private static String manyConditions(int count) {
    List<String> parameters = new ArrayList<>();
    List<String> conditions = new ArrayList<>();
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parameters.add("\"P%d\": {\"Type\": \"String\"}".formatted(i));
      conditions.add("\"C%d\": {\"Fn::Equals\": [{\"Ref\": \"P%d\"}, \"1\"]}".formatted(i, i));
      pieces.add("{\"Fn::If\": [\"C%d\", \"1\", \"0\"]}".formatted(i));
    }
    return """
        {"Parameters": {%s}, "Conditions": {%s}, "Resources": {"R": {"Type": "AWS::IAM::Role",
         "Properties": {"RoleName": {"Fn::Join": ["", [%s]]}}}}}
        """
        .formatted(
            String.join(",", parameters), String.join(",", conditions), String.join(",", pieces));
  }

  private static final String CHOICES =
      """
      {"Parameters": {
         "Who": {"Type": "String", "AllowedValues": ["arn:aws:iam::111122223333:role/x", "*"]},
         "Size": {"Type": "String", "AllowedValues": ["small", "large"]},
         "Stage": {"Type": "String"}},
       "Mappings": {"Callers": {"test": {"Who": "*"}, "live": {"Who": "111122223333"}}},
       "Resources": {"R": {"Type": "AWS::IAM::Role", "Properties": {"RoleName": %s}}}}
      """;

  private static Map<String, String> choices(String name) {
    Map<String, String> worlds = new TreeMap<>();
    Templates.read(CHOICES.formatted(name.replace('\'', '"')))
        .roles()
        .forEach(r -> worlds.put(r.world(), r.name().shown()));
    return worlds;
  }

  @Test
  void each_principal_that_a_parameter_may_be_has_a_world_of_its_own() {
    assertThat(choices("{'Ref': 'Who'}"))
        .containsOnly(
            Map.entry("when parameter Who is `*`", "*"),
            Map.entry("when parameter Who is not `*`", "arn:aws:iam::111122223333:role/x"));
  }

  @Test
  void each_principal_of_a_mapping_has_a_world_of_its_own() {
    assertThat(choices("{'Fn::FindInMap': ['Callers', {'Ref': 'Stage'}, 'Who']}"))
        .containsOnly(
            Map.entry("when parameter Stage is `live`", "111122223333"),
            Map.entry("when parameter Stage is not `live`", "*"));
  }

  @Test
  void what_is_no_principal_stays_open() {
    assertThat(choices("{'Ref': 'Size'}")).containsExactly(Map.entry("", "<parameter Size>"));
  }
}
