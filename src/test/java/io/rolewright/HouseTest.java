package io.rolewright;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;

/** The one-way order of packages, as docs/architecture.md draws it. */
@AnalyzeClasses(packages = "io.rolewright", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

  /** What ANTLR makes of the grammar of the rule language. */
  private static final String GENERATED = "io.rolewright.rule.lang.grammar..";

  @ArchTest
  static final ArchRule packages_depend_one_way =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("cli")
          .definedBy("io.rolewright.cli..")
          .layer("report")
          .definedBy("io.rolewright.report..")
          .layer("analyze")
          .definedBy("io.rolewright.analyze..")
          .layer("parse")
          .definedBy("io.rolewright.parse..")
          .layer("rule")
          .definedBy("io.rolewright.rule..")
          .layer("reason")
          .definedBy("io.rolewright.reason..")
          .layer("simulate")
          .definedBy("io.rolewright.simulate..")
          .layer("catalog")
          .definedBy("io.rolewright.catalog..")
          .layer("model")
          .definedBy("io.rolewright.model..")
          .layer("source")
          .definedBy("io.rolewright.source..")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("report")
          .mayOnlyBeAccessedByLayers("cli")
          .whereLayer("analyze")
          .mayOnlyBeAccessedByLayers("report", "cli")
          .whereLayer("parse")
          .mayOnlyBeAccessedByLayers("analyze")
          .whereLayer("rule")
          .mayOnlyBeAccessedByLayers("analyze", "report", "cli")
          .whereLayer("reason")
          .mayOnlyBeAccessedByLayers("rule", "analyze", "report", "cli")
          .whereLayer("simulate")
          .mayOnlyBeAccessedByLayers("reason", "rule", "analyze", "report", "cli")
          .whereLayer("catalog")
          .mayOnlyBeAccessedByLayers("simulate", "reason", "rule", "analyze", "report", "cli");

  @ArchTest
  static final ArchRule source_knows_nothing_of_policies =
      noClasses()
          .that()
          .resideInAPackage("io.rolewright.source..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.rolewright.model..");

  @ArchTest
  static final ArchRule the_catalogue_knows_nothing_of_policies =
      noClasses()
          .that()
          .resideInAPackage("io.rolewright.catalog..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.rolewright.model..");

  @ArchTest
  static final ArchRule the_solver_knows_no_policies =
      classes()
          .that()
          .resideInAnyPackage("io.rolewright.reason.formula..", "io.rolewright.reason.solve..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.rolewright.reason.formula..",
              "io.rolewright.reason.solve..",
              "io.rolewright.reason.strings..",
              "java..");

  @ArchTest
  static final ArchRule the_theory_of_globs_needs_nothing_but_java =
      classes()
          .that()
          .resideInAPackage("io.rolewright.reason.strings..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("io.rolewright.reason.strings..", "java..");

  @ArchTest
  static final ArchRule only_the_second_opinion_knows_z3 =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.rolewright.reason.z3..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.microsoft.z3..", "tools.aqua..");

  @ArchTest
  static final ArchRule only_the_rule_language_knows_antlr =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.rolewright.rule.lang..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.antlr..", GENERATED);

  /** Words are added to it from outside; it knows none. */
  @ArchTest
  static final ArchRule the_rule_language_knows_no_words =
      noClasses()
          .that()
          .resideInAPackage("io.rolewright.rule.lang..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "io.rolewright.rule.word..",
              "io.rolewright.rule.trust..",
              "io.rolewright.rule.permission..",
              "io.rolewright.rule.check..",
              "io.rolewright.rule.file..");

  @ArchTest
  static final ArchRule the_second_opinion_knows_no_policies =
      classes()
          .that()
          .resideInAPackage("io.rolewright.reason.z3..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.rolewright.reason.z3..",
              "io.rolewright.reason.formula..",
              "io.rolewright.reason.solve..",
              "io.rolewright.reason.strings..",
              "com.microsoft.z3..",
              "java..");

  @ArchTest
  static final ArchRule packages_have_no_cycles =
      slices().matching("io.rolewright.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule decisions_know_nothing_of_calls_and_explanations =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.rolewright.simulate",
              "io.rolewright.simulate.validity..",
              "io.rolewright.reason..",
              "io.rolewright.rule..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.rolewright.simulate.sts..", "io.rolewright.simulate.explain..");

  @ArchTest
  static final ArchRule explanations_are_for_reports =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.rolewright.simulate.explain..", "io.rolewright.report..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.rolewright.simulate.explain..");

  /** But a scenario ends with what its session can do. */
  @ArchTest
  static final ArchRule commands_know_nothing_of_each_other =
      slices()
          .matching("io.rolewright.analyze.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              resideInAPackage("io.rolewright.analyze.scenario.."),
              resideInAPackage("io.rolewright.analyze.effective.."))
          .ignoreDependency(
              resideInAPackage("io.rolewright.analyze.."),
              resideInAPackage("io.rolewright.analyze.input.."));

  @ArchTest
  static final ArchRule the_simulator_has_no_clock =
      noClasses()
          .that()
          .resideInAPackage("io.rolewright.simulate..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime");

  @ArchTest
  static final ArchRule classes_are_final =
      classes()
          .that()
          .areNotInterfaces()
          .and()
          .areNotAnonymousClasses()
          .and()
          .doNotHaveModifier(JavaModifier.ABSTRACT)
          .and()
          .areNotEnums()
          .and()
          .resideOutsideOfPackage(GENERATED)
          .should()
          .haveModifier(JavaModifier.FINAL);

  @ArchTest
  static final ArchRule names_say_what_a_class_is =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Impl");

  @ArchTest
  static final ArchRule only_the_command_line_talks_to_the_terminal =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.rolewright.cli..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .callMethod(System.class, "exit", int.class);

  @ArchTest
  static final ArchRule only_readers_and_reports_know_json =
      noClasses()
          .that()
          .resideOutsideOfPackages("io.rolewright.parse.json..", "io.rolewright.report..")
          .and()
          .resideOutsideOfPackage("io.rolewright.analyze..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule only_the_sarif_report_knows_sarif =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.rolewright.report..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.contrastsecurity.sarif..");

  @ArchTest
  static final ArchRule nothing_goes_to_the_network =
      noClasses()
          .that()
          .resideInAPackage("io.rolewright..")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.net\\.(Socket|URLConnection|http\\..*|ServerSocket|HttpURLConnection)");
}
