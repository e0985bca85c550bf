package com.aiqleads.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;

/// What must hold for the events of a package: record, schema and example agree.
///
/// ```java
/// @TestFactory
/// Stream<DynamicNode> keepTheirContract() {
///   return EventContract.ofPackageOf(LeadScored.class);
/// }
/// ```
public final class EventContract {

  private static final int MAX_BYTES = 64 * 1024;

  private final EventFiles files;

  private EventContract(EventFiles files) {
    this.files = files;
  }

  public static Stream<DynamicNode> ofPackageOf(Class<? extends Event> event) {
    PackageFolder folder = PackageFolder.of(event);
    return Stream.concat(
        Stream.of(dynamicTest("every schema has its record", () -> everySchemaHasRecord(folder))),
        folder.events().map(each -> new EventContract(new EventFiles(each)).tests()));
  }

  private static void everySchemaHasRecord(PackageFolder folder) {
    Set<String> records =
        folder.events().map(event -> new EventFiles(event).schema()).collect(Collectors.toSet());

    assertThat(folder.schemas()).isEqualTo(new TreeSet<>(records));
  }

  private DynamicNode tests() {
    return dynamicContainer(
        files.event().getSimpleName(),
        Stream.of(
            dynamicTest("schema says when it happens", this::saysWhenItHappens),
            dynamicTest("record and schema agree", this::recordAgrees),
            dynamicTest("example fits its schema", this::exampleFits),
            dynamicTest("example reads as the record and back", this::exampleReadsAndWrites),
            dynamicTest("what may be absent can be absent", this::leastExampleReads),
            dynamicTest("example fits into a message", this::exampleIsSmall)));
  }

  private void saysWhenItHappens() {
    assertThat(files.schemaNode().json().path("description").asText()).endsWith(".");
    assertThat(files.schemaNode().json().path("title").asText()).isEqualTo(files.name());
  }

  private void recordAgrees() {
    assertThat(RecordAgreement.disagreements(files.event(), files.schemaNode())).isEmpty();
  }

  private void exampleFits() {
    assertThat(files.complaintsOf(files.example())).isEmpty();
  }

  private void exampleReadsAndWrites() throws Exception {
    try (ApplicationContext context = ApplicationContext.run()) {
      ObjectMapper mapper = context.getBean(ObjectMapper.class);

      Event event = mapper.readValue(files.exampleText(), files.event());

      assertThat(EventFiles.read(mapper.writeValueAsString(event))).isEqualTo(files.example());
    }
  }

  /// Only what the schema requires: the record still has a list wherever it promises one.
  private void leastExampleReads() throws Exception {
    String least = files.schemaNode().least(files.example()).toString();
    assertThat(files.complaintsOf(EventFiles.read(least))).isEmpty();
    try (ApplicationContext context = ApplicationContext.run()) {
      Event event = context.getBean(ObjectMapper.class).readValue(least, files.event());

      assertThat(RecordAgreement.missing(event)).isEmpty();
    }
  }

  private void exampleIsSmall() {
    assertThat(files.exampleText().length()).isLessThanOrEqualTo(MAX_BYTES);
  }

  /// Where the classes and schemas of one package were built to.
  record PackageFolder(Path folder, String packageName) {

    static PackageFolder of(Class<?> type) {
      Path classes = Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
      return new PackageFolder(
          classes.resolve(type.getPackageName().replace('.', '/')), type.getPackageName());
    }

    Stream<Class<? extends Event>> events() {
      return EventFiles.list(folder).stream()
          .map(path -> String.valueOf(path.getFileName()))
          .filter(name -> name.endsWith(".class") && !name.contains("$"))
          .map(name -> packageName + "." + name.substring(0, name.length() - ".class".length()))
          .flatMap(name -> EventFiles.eventNamed(name).stream());
    }

    Set<String> schemas() {
      String base = packageName.replace('.', '/') + "/";
      return EventFiles.list(folder).stream()
          .flatMap(path -> EventFiles.list(path).stream())
          .filter(path -> path.toString().endsWith(".schema.json"))
          .map(path -> base + folder.relativize(path))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
