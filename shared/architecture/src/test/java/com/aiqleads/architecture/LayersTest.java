package com.aiqleads.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Who may know whom.
class LayersTest {

  private static final String[] FRAMEWORKS = {
    "io.micronaut..",
    "jakarta..",
    "software.amazon..",
    "com.amazonaws..",
    "java.sql..",
    "javax.sql.."
  };

  @TestFactory
  Stream<DynamicTest> domainsKnowNoFrameworkNoCloudAndNoEvents() {
    return Repository.contexts().stream()
        .filter(context -> Files.exists(Repository.ROOT.resolve("shared/" + context)))
        .map(context -> DynamicTest.dynamicTest(context, () -> domainIsPlain(context)));
  }

  private static void domainIsPlain(String context) {
    String artifact = "shared-" + context;
    noClasses()
        .that(
            describe(
                "are of " + artifact,
                (JavaClass type) -> Repository.isOf(type, artifact, "shared/" + context)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(FRAMEWORKS)
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("com.aiqleads.events..", "com.aiqleads.lambda..")
        .because("a rule outlives the framework that calls it")
        .check(Repository.CLASSES);
  }

  @TestFactory
  Stream<DynamicTest> contextsNeverImportEachOther() {
    return Repository.contexts().stream()
        .map(context -> DynamicTest.dynamicTest(context, () -> knowsNoOther(context)));
  }

  private static void knowsNoOther(String context) {
    List<String> others = new ArrayList<>(Repository.contexts());
    others.remove(context);
    noClasses()
        .that()
        .resideInAPackage("com.aiqleads." + context + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            others.stream().map(it -> "com.aiqleads." + it + "..").toArray(String[]::new))
        .because("contexts meet in events")
        .check(Repository.CLASSES);
  }

  @Test
  void kernelKnowsNobody() {
    classes()
        .that()
        .resideInAPackage("com.aiqleads.kernel..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", "com.aiqleads.kernel..")
        .check(Repository.CLASSES);
  }

  @Test
  void onlyTheRuntimeReadsTheEnvironment() {
    noClasses()
        .that()
        .resideOutsideOfPackages("com.aiqleads.lambda..", "com.aiqleads.local..")
        .should()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .because("in one process each function has an environment of its own")
        .check(Repository.CLASSES);
  }

  @Test
  void contextsAskAClockThatTestsCanSet() {
    noClasses()
        .that()
        .resideInAnyPackage(
            Repository.contexts().stream()
                .map(it -> "com.aiqleads." + it + "..")
                .toArray(String[]::new))
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .because("an InstantSource is injected")
        .check(Repository.CLASSES);
  }

  @Test
  void handlersLiveInTheirFunctions() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Handler")
        .and()
        .resideOutsideOfPackages("com.aiqleads.lambda..", "com.aiqleads.local..")
        .should(new BeInTheFolderOfTheirFunction())
        .check(Repository.CLASSES);
  }
}
