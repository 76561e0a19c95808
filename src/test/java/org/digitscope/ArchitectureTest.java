package org.digitscope;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.digitscope.ink.Drawing;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which part of the program may know which; the table is the one of the architecture's description. */
// One instance for all: the imported classes are a burden that nobody needs afterwards.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ArchitectureTest {
    private static final String ROOT = "org.digitscope.";
    private static final String DL4J = "org.digitscope..dl4j";

    /** Small helpers that everybody may use and that know nobody. */
    private static final List<String> FOUNDATIONS = List.of("files", "text", "json");

    /** What each package of the core may import besides itself, the foundations and what these may import. */
    private static final Map<String, List<String>> MAY_IMPORT = table();

    @SuppressWarnings("NullAway.Init") // set before all
    private JavaClasses program;

    private static Map<String, List<String>> table() {
        Map<String, List<String>> table = new LinkedHashMap<>();
        table.put("ink", List.of());
        table.put("state", List.of("ink", "image"));
        table.put("image", List.of("ink"));
        table.put("network", List.of("image"));
        table.put("network.dl4j", List.of("network"));
        table.put("catalog", List.of("network"));
        table.put("data", List.of("image", "ink"));
        table.put("data.augmentation", List.of("image", "ink"));
        table.put("data.synthetic", List.of("data", "image", "ink"));
        table.put("training", List.of("network", "data", "data.augmentation", "data.synthetic"));
        table.put("training.dl4j", List.of("training", "network.dl4j"));
        table.put("evaluation", List.of("network", "data", "image", "catalog"));
        table.put("explain", List.of("network", "ink", "image", "data"));
        table.put("attack", List.of("network", "image"));
        table.put("live", List.of("ink", "image", "network"));
        return table;
    }

    @BeforeAll
    void importTheProgram() {
        // The folder of the compiled program alone: neither tests nor libraries.
        program = new ClassFileImporter()
                .importUrl(Drawing.class.getProtectionDomain().getCodeSource().getLocation());
        assertThat(program.size()).isGreaterThan(100);
    }

    @Test
    void thePackagesHaveNoCycles() {
        slices().matching("org.digitscope.(**)").should().beFreeOfCycles().check(program);
    }

    static Stream<String> corePackages() {
        return MAY_IMPORT.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("corePackages")
    void aCorePackageImportsOnlyWhatTheTableAllows(String name) {
        Set<String> allowed = new TreeSet<>(FOUNDATIONS);
        collect(name, allowed);
        classes()
                .that()
                .resideInAPackage(ROOT + name)
                .should(importOfTheProgramOnly(allowed))
                // Explaining and attacking come later; a package with classes is held to its row from its first day.
                .allowEmptyShould(name.equals("explain") || name.equals("attack"))
                .check(program);
    }

    @Test
    void theFoundationsKnowOnlyEachOther() {
        classes()
                .that()
                .resideInAnyPackage(packages(FOUNDATIONS))
                .should(importOfTheProgramOnly(new TreeSet<>(FOUNDATIONS)))
                .check(program);
    }

    @Test
    void everyPackageOfTheProgramIsKnownHere() {
        List<String> known = new ArrayList<>(MAY_IMPORT.keySet());
        known.addAll(FOUNDATIONS);
        known.addAll(List.of("cli", "app"));

        assertThat(program.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.startsWith(ROOT))
                        .map(name -> name.substring(ROOT.length()))
                        .filter(name -> !name.startsWith("ui."))
                        .distinct())
                .isSubsetOf(known);
    }

    @Test
    void javaFxIsOnlyBelowUiAndInApp() {
        noClasses()
                .that(areOutside(ROOT + "ui..", ROOT + "app"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "javafx..", "com.sun.javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp.."))
                .check(program);
    }

    @Test
    void theCoreKnowsNeitherWindowNorCommandLine() {
        noClasses()
                .that(areOutside(ROOT + "ui..", ROOT + "cli..", ROOT + "app.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(ROOT + "ui..", ROOT + "cli..", ROOT + "app..", "picocli.."))
                .check(program);
    }

    @Test
    void deeplearning4jIsOnlyInPackagesNamedAfterIt() {
        noClasses()
                .that(areOutside(DL4J, "org.nd4j.nativeblas"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco.."))
                .check(program);
    }

    /** Style sheets do not reach them; the tests of contrast look in one place. */
    @Test
    void coloursOfCanvasesAreInOnePlace() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "ui..")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + "ui.common.CanvasColors")
                .should()
                .callMethod("javafx.scene.paint.Color", "web", "java.lang.String")
                .orShould()
                .callMethod("javafx.scene.paint.Color", "web", "java.lang.String", "double")
                .check(program);
    }

    @Test
    void oneClassAloneIsInAForeignPackage() {
        assertThat(program.stream()
                        .filter(type -> !type.getPackageName().startsWith("org.digitscope"))
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .map(JavaClass::getName))
                .containsExactlyInAnyOrder("org.nd4j.nativeblas.Nd4jCpu", "org.nd4j.nativeblas.Nd4jCpu$Environment");
    }

    @Test
    void onlyAppAndTheirOwnKindNameClassesOfDl4jPackages() {
        noClasses()
                .that(areOutside(DL4J, ROOT + "app"))
                .should()
                .dependOnClassesThat(resideInAPackage(DL4J))
                .check(program);
    }

    @Test
    void noViewImportsAnotherFeature() {
        classes()
                .that()
                .resideInAPackage(ROOT + "ui..")
                .and()
                .resideOutsideOfPackages(ROOT + "ui.window..")
                .should(importNoOtherFeatureOfTheWindow())
                .allowEmptyShould(true)
                .check(program);
    }

    @Test
    void commonControlsKnowNothingOfTheProgram() {
        classes()
                .that()
                .resideInAPackage(ROOT + "ui.common..")
                .should(importOfTheProgramOnly(new TreeSet<>(List.of("ui.common", "files", "text", "json"))))
                .allowEmptyShould(true)
                .check(program);
    }

    @Test
    void viewModelsKnowNothingOfScenes() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat(resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.controlsfx.."))
                .allowEmptyShould(true)
                .check(program);
    }

    @Test
    void nothingStaticCanBeReplaced() {
        fields().that()
                .areStatic()
                .and(describe(
                        "are written in the source",
                        field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC)))
                .should()
                .beFinal()
                .check(program);
    }

    @Test
    void nothingThatHasStateIsSharedByEverybody() {
        fields().that()
                .areStatic()
                .and(describe("hold what has state", ArchitectureTest::holdsState))
                .should(notExist())
                .allowEmptyShould(true)
                .check(program);
    }

    @Test
    void nothingIsPrintedOutsideOfTheCommandLine() {
        noClasses()
                .that(areOutside(ROOT + "cli..", ROOT + "app.."))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(program);
    }

    private static void collect(String name, Set<String> allowed) {
        if (allowed.add(name)) {
            MAY_IMPORT.get(name).forEach(imported -> collect(imported, allowed));
        }
    }

    private static String[] packages(List<String> names) {
        return names.stream().map(name -> ROOT + name).toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> areOutside(String... packages) {
        return DescribedPredicate.not(resideInAnyPackage(packages)).as("are outside of %s", List.of(packages));
    }

    private static boolean holdsState(JavaField field) {
        JavaClass type = field.getRawType();
        boolean anInstanceOfItself = type.equals(field.getOwner()) && !type.isEnum() && !isValue(type);
        boolean known = type.isAssignableTo(Thread.class)
                || type.isAssignableTo(java.util.concurrent.Executor.class)
                || type.getPackageName().equals("java.util.concurrent.atomic")
                || type.getPackageName().startsWith("javafx.beans");
        return (anInstanceOfItself || known)
                && !field.getOwner().getPackageName().equals("org.nd4j.nativeblas");
    }

    /** Records and classes whose fields are all final, like the empty drawing. */
    private static boolean isValue(JavaClass type) {
        return type.getAllFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .allMatch(field -> field.getModifiers().contains(JavaModifier.FINAL));
    }

    private static ArchCondition<JavaField> notExist() {
        return new ArchCondition<>("not exist") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is shared by everybody"));
            }
        };
    }

    private static ArchCondition<JavaClass> importOfTheProgramOnly(Set<String> allowed) {
        return new ArchCondition<>("import of the program only " + allowed) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> {
                            String target = dependency.getTargetClass().getPackageName();
                            return target.startsWith(ROOT) && !allowed.contains(target.substring(ROOT.length()));
                        })
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
            }
        };
    }

    private static ArchCondition<JavaClass> importNoOtherFeatureOfTheWindow() {
        return new ArchCondition<>("import of the window only their own package, ui.session and ui.common") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String own = type.getPackageName();
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> {
                            String target = dependency.getTargetClass().getPackageName();
                            return target.startsWith(ROOT + "ui")
                                    && !target.equals(own)
                                    && !target.startsWith(ROOT + "ui.common")
                                    && !target.startsWith(ROOT + "ui.session");
                        })
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
            }
        };
    }
}
