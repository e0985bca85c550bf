package com.aiqleads.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.ActiveMQEvent;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.micronaut.context.env.PropertySourceLoader;
import io.micronaut.core.beans.BeanIntrospectionReference;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.convert.TypeConverterRegistrar;
import io.micronaut.core.io.service.MicronautMetaServiceLoaderUtils;
import io.micronaut.inject.BeanDefinitionReference;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeededServicesTest {

  private static final ClassLoader LIBRARIES = NeededServicesTest.class.getClassLoader();

  @ParameterizedTest
  @ValueSource(
      classes = {
        SQSEvent.class,
        SQSEvent.SQSMessage.class,
        SQSEvent.MessageAttribute.class,
        SQSBatchResponse.class,
        SQSBatchResponse.BatchItemFailure.class,
        APIGatewayV2HTTPEvent.class,
        APIGatewayV2HTTPEvent.RequestContext.Http.class,
        APIGatewayV2HTTPResponse.class,
        ScheduledRun.class,
        Envelope.class
      })
  void knowsWhatOurFunctionsTakeAndAnswer(Class<?> type) {
    assertThat(BeanIntrospector.SHARED.findIntrospection(type)).isPresent();
  }

  @Test
  void doesNotLoadWhatNoFunctionTakes() {
    assertThat(BeanIntrospector.SHARED.findIntrospection(ActiveMQEvent.class)).isEmpty();
  }

  /// What is offered in any way: a name that nothing has any more hides nothing.
  static Stream<String> hidden() {
    return Stream.concat(NeededServices.UNUSABLE.stream(), NeededServices.OF_REQUESTS.stream());
  }

  @ParameterizedTest
  @MethodSource("hidden")
  void hidesOnlyWhatIsThere(String prefix) {
    Stream<String> offered =
        Stream.of(
                BeanDefinitionReference.class,
                BeanIntrospectionReference.class,
                PropertySourceLoader.class,
                TypeConverterRegistrar.class)
            .flatMap(service -> OfferedServices.of(LIBRARIES, service.getName()).stream());

    assertThat(offered).anyMatch(name -> name.startsWith(prefix));
  }

  @Test
  void listsWhatTheFrameworkLists() throws IOException {
    String beans = BeanDefinitionReference.class.getName();

    assertThat(OfferedServices.of(LIBRARIES, beans))
        .hasSizeGreaterThan(100)
        .containsExactlyInAnyOrderElementsOf(
            MicronautMetaServiceLoaderUtils.findMicronautMetaServiceEntries(LIBRARIES, beans));
  }

  @Test
  void hidesWhatIsForRequestsFromFunctionsThatTakeNone() {
    assertThat(NeededServices.of(LIBRARIES, BeanDefinitionReference.class.getName()))
        .contains("com.aiqleads.lambda.$Payloads$Definition")
        .noneMatch(name -> name.startsWith("io.micronaut.http."));
  }

  @Test
  void leavesWhatIsForRequestsToFunctionsWithARouter(@TempDir Path folder) throws IOException {
    Path offers = folder.resolve("META-INF/micronaut/" + BeanDefinitionReference.class.getName());
    Files.createDirectories(offers);
    Files.createFile(offers.resolve("io.micronaut.web.router.$Routes$Definition"));

    try (URLClassLoader withRouter =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, LIBRARIES)) {
      assertThat(NeededServices.of(withRouter, BeanDefinitionReference.class.getName()))
          .contains("io.micronaut.web.router.$Routes$Definition")
          .anyMatch(name -> name.startsWith("io.micronaut.http."))
          .noneMatch(name -> name.startsWith("io.micronaut.http.ssl."));
    }
  }

  @Test
  void passesOverWhatNeedsAClassThatIsNotThere(@TempDir Path folder) throws IOException {
    Path offers = folder.resolve("META-INF/services/" + PropertySourceLoader.class.getName());
    Files.createDirectories(offers.getParent());
    Files.writeString(offers, "# ours\ncom.example.Absent\n");

    try (URLClassLoader more = new URLClassLoader(new URL[] {folder.toUri().toURL()}, LIBRARIES)) {
      NeededLoader<Object> loader =
          new NeededLoader<>(PropertySourceLoader.class, () -> more, NeededLoader::made);

      assertThat(OfferedServices.of(more, PropertySourceLoader.class.getName()))
          .contains("com.example.Absent");
      assertThat(loader.load(_ -> true, null))
          .hasOnlyElementsOfType(PropertySourceLoader.class)
          .hasAtLeastOneElementOfType(EnvironmentProperties.class);
      assertThat(loader.load(EnvironmentProperties.class::isInstance)).hasSize(1);
      assertThat(loader.findAll(name -> name.endsWith("EnvironmentProperties")))
          .singleElement()
          .satisfies(found -> assertThat(found.load()).isInstanceOf(EnvironmentProperties.class));
    }
  }

  @Test
  void namesWhatCannotBeMade() {
    assertThatThrownBy(() -> NeededLoader.made(Broken.class.getName(), LIBRARIES))
        .hasMessage("cannot make " + Broken.class.getName());
    assertThatThrownBy(() -> NeededLoader.made(Runnable.class.getName(), LIBRARIES))
        .hasMessage("cannot make java.lang.Runnable");
    assertThat(NeededLoader.made(Lacking.class.getName(), LIBRARIES)).isNull();
  }

  /// Is no good.
  static final class Broken {
    Broken() {
      throw new IllegalStateException("broken");
    }
  }

  /// Needs a library that is not there.
  static final class Lacking {
    Lacking() {
      throw new NoClassDefFoundError("com/example/Absent");
    }
  }

  @Test
  void knowsOfWhichClassAShapeIsBeforeItLoadsIt() {
    List<String> names =
        OfferedServices.of(LIBRARIES, BeanIntrospectionReference.class.getName()).stream()
            .filter(name -> LazyIntrospection.described(name) != null)
            .toList();

    assertThat(names)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            name -> {
              BeanIntrospectionReference<?> lazy = shape(name);
              assertThat(lazy.isPresent()).isTrue();
              assertThat(lazy.getName()).isEqualTo(lazy.getBeanType().getName());
              assertThat(lazy.load().getBeanType()).isEqualTo(lazy.getBeanType());
              assertThat(lazy.getAnnotationMetadata()).isNotNull();
            });
  }

  @Test
  void doesNotGuessTheClassOfAnotherName() {
    assertThat(LazyIntrospection.described("com.example.$com_example_Lead$Introspection")).isNull();
    assertThat(LazyIntrospection.described("com.example.Lead")).isNull();
    assertThat(LazyIntrospection.described("com.example.Lead$Introspection")).isNull();
    assertThat(LazyIntrospection.of("com.example.$com_example_Lead$Introspection", LIBRARIES))
        .isNull();
  }

  @Test
  void saysWhichShapeLacksItsClass() {
    BeanIntrospectionReference<?> absent = shape("com.example.$Absent$Introspection");

    assertThatThrownBy(absent::load)
        .hasMessage("a class of com.example.$Absent$Introspection is not there");
  }

  private static BeanIntrospectionReference<?> shape(String introspection) {
    return Objects.requireNonNull(LazyIntrospection.of(introspection, LIBRARIES));
  }
}
