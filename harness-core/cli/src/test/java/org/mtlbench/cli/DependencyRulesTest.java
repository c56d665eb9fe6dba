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

/** Dependency rules between modules, and rules for the code of all modules. */
@AnalyzeClasses(packages = "org.mtlbench", importOptions = ImportOption.DoNotIncludeTests.class)
class DependencyRulesTest {
  private static final String MTLBENCH = "org.mtlbench..";
  private static final String RESULTS = "org.mtlbench.results..";
  private static final String API = "org.mtlbench.api..";
  private static final String TOOLBOX = "org.mtlbench.toolbox..";
  private static final String ENGINE = "org.mtlbench.engine..";
  private static final String REPORTS = "org.mtlbench.reports..";
  private static final String DJL = "ai.djl..";

  @ArchTest static final ArchRule RESULTS_HAVE_NO_DEPENDENCIES = onlyDependsOn(RESULTS);

  @ArchTest static final ArchRule API_HAS_NO_DEPENDENCIES = onlyDependsOn(API);

  @ArchTest static final ArchRule TOOLBOX_DEPENDS_ON_API = onlyDependsOn(TOOLBOX, API);

  @ArchTest
  static final ArchRule ENGINE_DEPENDS_ON_API_TOOLBOX_AND_RESULTS =
      onlyDependsOn(ENGINE, API, TOOLBOX, RESULTS);

  @ArchTest
  static final ArchRule LAUNCH_DEPENDS_ON_ENGINE =
      onlyDependsOn("org.mtlbench.launch..", ENGINE, API, TOOLBOX, RESULTS);

  @ArchTest static final ArchRule REPORTS_DEPEND_ON_RESULTS = onlyDependsOn(REPORTS, RESULTS);

  @ArchTest
  static final ArchRule TESTKIT_DEPENDS_ON_API_AND_TOOLBOX =
      onlyDependsOn("org.mtlbench.testkit..", API, TOOLBOX);

  @ArchTest
  static final ArchRule METHODS_DEPEND_ON_API_AND_TOOLBOX =
      onlyDependsOn("org.mtlbench.methods..", API, TOOLBOX);

  @ArchTest
  static final ArchRule ARCHITECTURES_DEPEND_ON_API_AND_TOOLBOX =
      onlyDependsOn("org.mtlbench.architectures..", API, TOOLBOX);

  @ArchTest
  static final ArchRule DATASETS_DEPEND_ON_API_AND_TOOLBOX =
      onlyDependsOn("org.mtlbench.datasets..", API, TOOLBOX);

  /** Guice is used only in the composition root, so that plugin authors need not know it. */
  @ArchTest
  static final ArchRule ONLY_CLI_DEPENDS_ON_GUICE =
      noClasses()
          .that()
          .resideInAPackage(MTLBENCH)
          .and()
          .resideOutsideOfPackage("org.mtlbench.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.google.inject..");

  @ArchTest
  static final ArchRule RESULTS_AND_REPORTS_DO_NOT_DEPEND_ON_DJL =
      noClasses()
          .that()
          .resideInAnyPackage(RESULTS, REPORTS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(DJL);

  @ArchTest
  static final ArchRule CLI_DOES_NOT_DEPEND_ON_PLUGINS =
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
              "org.mtlbench.engine.cell..",
              "org.mtlbench.engine.task..",
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
  static final ArchRule ENGINE_IS_FREE_OF_CYCLES =
      slices().matching("org.mtlbench.engine.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule CLI_IS_FREE_OF_CYCLES =
      slices().matching("org.mtlbench.cli.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule RESULTS_REPORTS_AND_TOOLBOX_ARE_FREE_OF_CYCLES =
      slices().assignedFrom(packagesIn(RESULTS, REPORTS, TOOLBOX)).should().beFreeOfCycles();

  /** The number may be freed before the backward pass reads it; use {@code ScalarMath} instead. */
  @ArchTest
  static final ArchRule NO_SCALAR_OPERANDS_IN_RECORDED_GRAPHS =
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
  static final ArchRule NO_MUTABLE_STATIC_FIELDS =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat()
          .resideInAPackage(MTLBENCH)
          .should()
          .beFinal();

  @ArchTest
  static final ArchRule NO_UTILITY_PACKAGES =
      classes()
          .that()
          .resideInAPackage(MTLBENCH)
          .should()
          .resideOutsideOfPackages("..util..", "..utils..", "..helper..", "..common..");

  /** Every package is a separate slice, without its subpackages. */
  private static SliceAssignment packagesIn(String... modules) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return resideInAnyPackage(modules).test(type)
            ? SliceIdentifier.of(type.getPackageName())
            : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "packages in " + String.join(", ", modules);
      }
    };
  }

  /** Classes of a module depend only on the given modules and on third-party code. */
  private static ArchRule onlyDependsOn(String module, String... others) {
    return classes()
        .that()
        .resideInAPackage(module)
        .should()
        .onlyDependOnClassesThat(
            resideOutsideOfPackage(MTLBENCH)
                .or(resideInAPackage(module))
                .or(resideInAnyPackage(others)));
  }
}
