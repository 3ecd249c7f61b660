package io.github.youtubeupload.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The plan of the house: who may use whom, and what a user can see. */
class ArchitectureTest {
  private static final String ROOT = "io.github.youtubeupload";
  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("testkit"))
          .importPackages(ROOT);

  @Test
  void thePictureShowsEveryArrowAndNoOther() throws IOException {
    Map<String, Set<String>> arrows = new TreeMap<>();
    for (JavaClass type : CORE) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        String target = dependency.getTargetClass().getBaseComponentType().getPackageName();
        if (target.startsWith(ROOT) && !target.equals(type.getPackageName())) {
          arrows
              .computeIfAbsent(shortName(type.getPackageName()), p -> new TreeSet<>())
              .add(shortName(target));
        }
      }
    }
    assertThat(arrows)
        .as("docs/architecture.md, map of core; it would have to say:\n" + PackageMap.draw(arrows))
        .isEqualTo(PackageMap.read());
  }

  @Test
  void noPackagesGoInACircle() {
    SlicesRuleDefinition.slices()
        .matching("(" + ROOT + "..)")
        .should()
        .beFreeOfCycles()
        .check(CORE);
  }

  @Test
  void noInternalTypeIsInASignatureThatUsersSee() {
    List<String> leaks = new ArrayList<>();
    for (JavaClass type : CORE) {
      if (isInternal(type) || !isVisible(type)) {
        continue;
      }
      type.getFields().stream()
          .filter(field -> isVisible(field.getModifiers()))
          .filter(field -> isInternal(field.getRawType()))
          .map(JavaField::getFullName)
          .forEach(leaks::add);
      type.getCodeUnits().stream()
          .filter(unit -> isVisible(unit.getModifiers()))
          .filter(unit -> types(unit).anyMatch(ArchitectureTest::isInternal))
          .map(JavaCodeUnit::getFullName)
          .forEach(leaks::add);
      Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream())
          .filter(ArchitectureTest::isInternal)
          .map(parent -> type.getName() + " is a " + parent.getName())
          .forEach(leaks::add);
    }
    assertThat(leaks).isEmpty();
  }

  @Test
  void clockChanceAndSleepHaveOneSeam() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(ROOT + ".internal.concurrent.TimeSource$1")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Math.class, "random")
        .check(CORE);
  }

  @Test
  void noRoomIsCrowded() {
    Map<String, Integer> files = new TreeMap<>();
    for (JavaClass type : CORE) {
      if (type.isTopLevelClass() && !type.getSimpleName().equals("package-info")) {
        files.merge(shortName(type.getPackageName()), 1, Integer::sum);
      }
    }
    assertThat(files)
        .allSatisfy(
            (room, count) ->
                assertThat(count).as(room).isLessThanOrEqualTo(room.equals("root") ? 46 : 30));
  }

  private static Stream<JavaClass> types(JavaCodeUnit unit) {
    return Stream.concat(
            Stream.of(unit.getRawReturnType()),
            Stream.concat(unit.getRawParameterTypes().stream(), unit.getExceptionTypes().stream()))
        .map(JavaClass::getBaseComponentType);
  }

  private static boolean isInternal(JavaClass type) {
    return type.getBaseComponentType().getPackageName().startsWith(ROOT + ".internal");
  }

  private static boolean isVisible(JavaClass type) {
    return isVisible(type.getModifiers())
        && type.getEnclosingClass().map(ArchitectureTest::isVisible).orElse(true);
  }

  private static boolean isVisible(Set<JavaModifier> modifiers) {
    return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
        && !modifiers.contains(JavaModifier.SYNTHETIC);
  }

  private static String shortName(String packageName) {
    return packageName.equals(ROOT) ? "root" : packageName.substring(ROOT.length() + 1);
  }
}
