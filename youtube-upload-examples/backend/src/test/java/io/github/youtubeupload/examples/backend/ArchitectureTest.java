package io.github.youtubeupload.examples.backend;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each package of the service uses only those below it. */
class ArchitectureTest {
  private static final String ROOT = ArchitectureTest.class.getPackageName();
  private static final List<String> TOP_DOWN =
      List.of("ops", "resumable", "upload", "account", "web", "youtube", "state", "settings");

  @Test
  void packagesDependDownwardsOnly() {
    JavaClasses service =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    for (int i = 0; i < TOP_DOWN.size(); i++) {
      String[] below =
          TOP_DOWN.subList(i, TOP_DOWN.size()).stream()
              .map(name -> ROOT + "." + name + "..")
              .toArray(String[]::new);
      classes()
          .that()
          .resideInAPackage(ROOT + "." + TOP_DOWN.get(i) + "..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(below).or(resideOutsideOfPackages(ROOT + "..")))
          .check(service);
    }
  }
}
