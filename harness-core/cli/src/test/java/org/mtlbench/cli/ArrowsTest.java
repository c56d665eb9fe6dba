package org.mtlbench.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import org.mtlbench.api.architecture.ArchitecturePlugin;
import org.mtlbench.api.architecture.BackbonePlugin;
import org.mtlbench.api.dataset.DatasetPlugin;
import org.mtlbench.api.method.MethodPlugin;
import org.mtlbench.engine.plugins.Configured;
import org.mtlbench.engine.plugins.NetworkFactory;
import org.mtlbench.engine.plugins.PluginRegistry;

/** Allowed dependencies between modules, and what no module may contain. */
@AnalyzeClasses(packages = "org.mtlbench", importOptions = ImportOption.DoNotIncludeTests.class)
class ArrowsTest {
  private static final String OURS = "org.mtlbench..";
  private static final String RESULTS = "org.mtlbench.results..";
  private static final String API = "org.mtlbench.api..";
  private static final String TOOLBOX = "org.mtlbench.toolbox..";
  private static final String ENGINE = "org.mtlbench.engine..";
  private static final String REPORTS = "org.mtlbench.reports..";
  private static final String TENSORS = "ai.djl..";

  @ArchTest static final ArchRule RESULTS_STAND_ALONE = among(RESULTS);

  @ArchTest static final ArchRule API_STANDS_ALONE = among(API);

  @ArchTest static final ArchRule TOOLBOX_SEES_API = among(TOOLBOX, API);

  @ArchTest
  static final ArchRule ENGINE_SEES_API_TOOLBOX_AND_RESULTS = among(ENGINE, API, TOOLBOX, RESULTS);

  @ArchTest static final ArchRule REPORTS_SEE_RESULTS = among(REPORTS, RESULTS);

  @ArchTest
  static final ArchRule TESTKIT_SEES_API_AND_TOOLBOX =
      among("org.mtlbench.testkit..", API, TOOLBOX);

  @ArchTest
  static final ArchRule METHODS_SEE_API_AND_TOOLBOX = among("org.mtlbench.methods..", API, TOOLBOX);

  @ArchTest
  static final ArchRule ARCHITECTURES_SEE_API_AND_TOOLBOX =
      among("org.mtlbench.architectures..", API, TOOLBOX);

  @ArchTest
  static final ArchRule DATASETS_SEE_API_AND_TOOLBOX =
      among("org.mtlbench.datasets..", API, TOOLBOX);

  /** Guice is the composition root of the program; plugin authors never see it. */
  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_LINE_KNOWS_GUICE =
      noClasses()
          .that()
          .resideInAPackage(OURS)
          .and()
          .resideOutsideOfPackage("org.mtlbench.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.google.inject..");

  @ArchTest
  static final ArchRule TABLES_NEED_NO_TENSORS =
      noClasses()
          .that()
          .resideInAnyPackage(RESULTS, REPORTS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(TENSORS);

  @ArchTest
  static final ArchRule THE_COMMAND_LINE_KNOWS_NO_PLUGIN =
      noClasses()
          .that()
          .resideInAPackage("org.mtlbench.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.mtlbench.methods..", "org.mtlbench.architectures..", "org.mtlbench.datasets..");

  /**
   * Commands and the runner ask for data. Only what runs in the process of plugins, or in a worker,
   * has plugins in its hands.
   */
  @ArchTest
  static final ArchRule COMMANDS_AND_THE_RUNNER_HOLD_NO_PLUGIN =
      noClasses()
          .that()
          .resideInAnyPackage(
              "org.mtlbench.engine",
              "org.mtlbench.cli..",
              "org.mtlbench.engine.run..",
              "org.mtlbench.engine.source..")
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(
              PluginRegistry.class,
              Configured.class,
              NetworkFactory.class,
              DatasetPlugin.class,
              ArchitecturePlugin.class,
              BackbonePlugin.class,
              MethodPlugin.class);

  @ArchTest
  static final ArchRule THE_ENGINE_HAS_NO_CYCLES =
      slices().matching("org.mtlbench.engine.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_COMMAND_LINE_HAS_NO_CYCLES =
      slices().matching("org.mtlbench.cli.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule RESULTS_REPORTS_AND_TOOLBOX_HAVE_NO_CYCLES =
      slices().assignedFrom(packagesIn(RESULTS, REPORTS, TOOLBOX)).should().beFreeOfCycles();

  /** Such a number may be gone when the backward pass reads it: {@code ScalarMath} keeps it. */
  @ArchTest
  static final ArchRule GRAPHS_KEEP_THEIR_NUMBERS =
      noClasses()
          .that()
          .resideInAnyPackage(
              ENGINE, TOOLBOX, "org.mtlbench.methods..", "org.mtlbench.architectures..")
          .and()
          .resideOutsideOfPackages("..toolbox.metric", "..methods.ours.sharing")
          .should()
          .callMethodWhere(
              describe(
                  "it multiplies, divides or bounds a tensor by a number",
                  call ->
                      call.getTarget().getOwner().isAssignableTo(NDArray.class)
                          && Set.of("mul", "div", "pow", "mod", "minimum", "maximum")
                              .contains(call.getName())
                          && call.getTarget()
                              .getRawParameterTypes()
                              .get(0)
                              .isEquivalentTo(Number.class)));

  @ArchTest
  static final ArchRule NO_STATIC_STATE =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat()
          .resideInAPackage(OURS)
          .should()
          .beFinal();

  @ArchTest
  static final ArchRule NO_DRAWER_FOR_ODDS_AND_ENDS =
      classes()
          .that()
          .resideInAPackage(OURS)
          .should()
          .resideOutsideOfPackages("..util..", "..utils..", "..helper..", "..common..");

  /** Every package is a slice of its own, one that has packages below it too. */
  private static SliceAssignment packagesIn(String... rooms) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return resideInAnyPackage(rooms).test(type)
            ? SliceIdentifier.of(type.getPackageName())
            : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "packages in " + String.join(", ", rooms);
      }
    };
  }

  /** Classes of the first package see, of ours, those of the packages named and nothing else. */
  private static ArchRule among(String room, String... others) {
    return classes()
        .that()
        .resideInAPackage(room)
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage(OURS).or(resideInAPackage(room)).or(resideInAnyPackage(others)));
  }
}
