package com.aiqleads.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.manifest.Manifests;
import com.aiqleads.manifest.Repository;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

  private static final String AGENT = "-agentlib:jdwp=transport=dt_socket,server=y";

  @TempDir Path folder;

  @Test
  void saysInOneSentenceWhyItCannotStart() {
    Properties properties = new Properties();
    properties.setProperty("local.isolation", "docker");

    assertThat(errors(properties))
        .isEqualTo(
            "2 AIQLeads cannot start: -Dlocal.isolation=docker is unknown:"
                + " there are in-process, process and cached-process\n");
  }

  @Test
  void namesFunctionsThatAreNotBuilt() throws IOException {
    Path repository = SampleRepository.in(folder);
    Path built = repository.resolve("functions/platform/serve-sample/target/function");
    Files.move(built, folder.resolve("elsewhere"));
    Properties properties = new Properties();
    properties.setProperty("repository.root", repository.toString());
    properties.setProperty("local.data", folder.resolve("data").toString());

    assertThat(errors(properties))
        .contains("not built: functions/platform/serve-sample: run ./mvnw package first");
  }

  @Test
  void endsAlsoOfWhatNobodyForesaw() throws IOException {
    Properties properties = new Properties();
    properties.setProperty("repository.root", SampleRepository.in(folder).toString());
    properties.setProperty("local.data", Files.createFile(folder.resolve("file")).toString());

    assertThat(errors(properties)).startsWith("1 ").contains("cannot use the data directory");
  }

  @Test
  void endsAlsoWhenAClassIsMissing() {
    Properties incomplete =
        new Properties() {
          @Override
          public String getProperty(String name) {
            throw new NoClassDefFoundError("com/aiqleads/Missing");
          }
        };

    assertThat(errors(incomplete)).startsWith("1 ").contains("com/aiqleads/Missing");
  }

  @Test
  void debugsAFunctionOnlyWithADebugger() throws IOException {
    Repository repository = Manifests.read(SampleRepository.in(folder));

    assertThatCode(() -> check("", repository, List.of())).doesNotThrowAnyException();
    assertThatCode(() -> check("acquisition-parse-sample", repository, List.of(AGENT)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> check("acquisition-parse-sample", repository, List.of()))
        .hasMessageContaining("address=127.0.0.1:5005");
    assertThatCode(
            () ->
                Debugging.check(
                    "acquisition-parse-sample", IsolationChoice.PROCESS, repository, List.of()))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> check("other", repository, List.of(AGENT)))
        .hasMessageContaining("-Dlocal.debug=other: there is no such function");
  }

  private static void check(String function, Repository repository, List<String> arguments) {
    Debugging.check(function, IsolationChoice.IN_PROCESS, repository, arguments);
  }

  private static String errors(Properties properties) {
    PrintStream before = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      int status = Main.run(properties);
      return status + " " + written.toString(StandardCharsets.UTF_8);
    } finally {
      System.setErr(before);
    }
  }
}
