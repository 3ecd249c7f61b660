package io.github.youtubeupload.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The plan of the module. The API package has two halves: the door ({@link FakeYouTube} and what
 * configures and wires it) stands above all rooms, the vocabulary (faults, grants, views) below
 * those that act on it.
 */
class ArchitectureTest {
  private static final String API = FakeYouTube.class.getPackageName();
  private static final String ROOMS = API + ".internal.";
  private static final int MOST_CLASSES = 30;

  private static final Set<String> DOOR =
      Set.of("FakeYouTube", "FakeYouTubeBuilder", "ServerParts", "Settings");

  /** Made by the server and read by name, so their many components cannot be mixed up. */
  private static final Set<String> VIEWS = Set.of("FakeVideo", "FakeSession", "RecordedRequest");

  /** Which rooms a room may use. {@code vocabulary} is the lower half of the API package. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          entry("json", Set.of()),
          entry("http", Set.of()),
          entry("tls", Set.of()),
          entry("concurrent", Set.of()),
          entry("html", Set.of()),
          entry("id", Set.of()),
          entry("refusal", Set.of("json", "http")),
          entry("vocabulary", Set.of("refusal", "json")),
          entry("server", Set.of("vocabulary", "http", "refusal", "concurrent")),
          entry("storage", Set.of("vocabulary")),
          entry("quota", Set.of("vocabulary", "refusal")),
          entry("metadata", Set.of("vocabulary", "json", "http", "refusal")),
          entry("oauth", Set.of("vocabulary", "server", "http", "json", "refusal", "html", "id")),
          entry("video", Set.of("vocabulary", "metadata", "storage", "json", "id", "concurrent")),
          entry(
              "upload",
              Set.of(
                  "vocabulary",
                  "server",
                  "oauth",
                  "quota",
                  "video",
                  "metadata",
                  "storage",
                  "http",
                  "json",
                  "refusal",
                  "id")),
          entry(
              "api",
              Set.of(
                  "vocabulary",
                  "server",
                  "oauth",
                  "quota",
                  "video",
                  "metadata",
                  "http",
                  "json",
                  "refusal")),
          entry(
              "page",
              Set.of("vocabulary", "server", "video", "metadata", "storage", "http", "html")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(API);

  @Test
  void everyRoomUsesOnlyTheRoomsItMay() {
    ARROWS.forEach(
        (room, allowed) ->
            noClasses()
                .that(liveIn(room))
                .should()
                .dependOnClassesThat(liveElsewhere(room, allowed))
                .because(room + " may use " + new TreeSet<>(allowed))
                .check(CLASSES));
  }

  @Test
  void everyRoomIsOnThePlan() {
    Set<String> rooms = CLASSES.stream().map(ArchitectureTest::room).collect(Collectors.toSet());
    rooms.remove("door");

    assertThat(rooms).isEqualTo(ARROWS.keySet());
  }

  @Test
  void noRoomsFormACycle() {
    slices().assignedFrom(new Rooms()).should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void noUserMeetsAnInternalType() {
    methods()
        .that()
        .areDeclaredInClassesThat(resideInAPackage(API))
        .and()
        .arePublic()
        .should(showNothingInternal())
        .check(CLASSES);
  }

  @Test
  void whatIsPublicOfTheDoorIsFinal() {
    classes()
        .that()
        .resideInAPackage(API)
        .and()
        .arePublic()
        .and()
        .areNotInterfaces()
        .and()
        .areNotEnums()
        .should()
        .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
        .check(CLASSES);
  }

  @Test
  void noRoomIsCrowded() {
    Map<String, Long> sizes =
        CLASSES.stream()
            .filter(type -> type.getEnclosingClass().isEmpty())
            .collect(
                Collectors.groupingBy(
                    JavaClass::getPackageName, TreeMap::new, Collectors.counting()));

    assertThat(sizes).allSatisfy((name, size) -> assertThat(size).isLessThan(MOST_CLASSES));
  }

  @Test
  void whatTravelsTogetherIsGrouped() {
    assertThat(CLASSES)
        .filteredOn(type -> !VIEWS.contains(type.getSimpleName()))
        .flatExtracting(JavaClass::getConstructors)
        .allSatisfy(
            constructor ->
                assertThat(constructor.getRawParameterTypes()).hasSizeLessThanOrEqualTo(6));
  }

  @Test
  void usesNothingButTheJdk() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(API + "..", "java..", "javax..", "org.jspecify..")
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> liveIn(String room) {
    return DescribedPredicate.describe("live in " + room, type -> room(type).equals(room));
  }

  private static DescribedPredicate<JavaClass> liveElsewhere(String room, Set<String> allowed) {
    return DescribedPredicate.describe(
        "live in another room",
        type ->
            type.getPackageName().startsWith(API)
                && !room(type).equals(room)
                && !allowed.contains(room(type)));
  }

  private static String room(JavaClass type) {
    if (type.getPackageName().startsWith(ROOMS)) {
      return type.getPackageName().substring(ROOMS.length());
    }
    String outer = type.getName().substring(API.length() + 1).split("\\$", 2)[0];
    return DOOR.contains(outer) || outer.equals("package-info") ? "door" : "vocabulary";
  }

  private static ArchCondition<JavaMethod> showNothingInternal() {
    return new ArchCondition<>("show no internal type") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        Stream.of(List.of(method.getReturnType().toErasure()), method.getRawParameterTypes())
            .flatMap(Collection::stream)
            .filter(type -> type.getPackageName().startsWith(ROOMS))
            .filter(type -> method.getOwner().getModifiers().toString().contains("PUBLIC"))
            .forEach(
                type ->
                    events.add(
                        SimpleConditionEvent.violated(
                            method, method.getFullName() + " shows " + type.getName())));
      }
    };
  }

  private static final class Rooms implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return type.getPackageName().startsWith(API)
          ? SliceIdentifier.of(room(type))
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "rooms";
    }
  }
}
