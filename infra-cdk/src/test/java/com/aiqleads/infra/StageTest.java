package com.aiqleads.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.manifest.FunctionManifest;
import com.aiqleads.manifest.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

class StageTest {

  @TempDir Path folder;

  @Test
  void eachStageHasAnAccountOfItsOwn() {
    assertThat(
            Synthesized.STAGES.stream().map(Synthesized::settings).map(Stage::account).distinct())
        .hasSize(3);
  }

  @Test
  void everyNameSaysItsStage() {
    for (String name : Synthesized.STAGES) {
      assertThat(Synthesized.of(name).product().stacks())
          .allMatch(stack -> stack.getStackName().startsWith("aiqleads-" + name + "-"))
          .allMatch(stack -> stack.getAccount().equals(Synthesized.settings(name).account()))
          .allMatch(stack -> stack.getRegion().equals("us-east-1"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "staging", "prod"})
  void asksNothingOfAnAccount(String stage) throws Exception {
    Path assembly = Path.of(Synthesized.of(stage).product().app().getOutdir());

    assertThat(
            Synthesized.JSON.readTree(assembly.resolve("manifest.json").toFile()).path("missing"))
        .isEmpty();
  }

  @Test
  void wantsAStage() {
    App app = new App(AppProps.builder().context(Synthesized.context()).build());

    assertThatThrownBy(
            () -> Main.synthesize(app, Synthesized.REPOSITORY, Artefacts.standIn(folder)))
        .hasMessage("no stage: say -c stage=dev, staging or prod");
  }

  @Test
  void namesTheKeyThatIsMissing() {
    Settings stages = new Settings("stages", Map.of("dev", Map.of("account", "1", "domain", 7)));

    assertThatThrownBy(() -> Stage.read("test", stages))
        .hasMessage("cdk.json: stages.test must be a Map");
    assertThatThrownBy(() -> Stage.read("dev", stages))
        .hasMessageStartingWith("cdk.json: stages.dev");
    assertThatThrownBy(() -> new Settings("stages", "dev"))
        .hasMessage("cdk.json: stages must have keys and values");
  }

  @Test
  void refusesFunctionsThatAreNotPackedAndSaysWhatToDo() {
    Repository unbuilt =
        new Repository(
            folder, Synthesized.REPOSITORY.contexts(), Synthesized.REPOSITORY.functions());

    assertThatThrownBy(() -> Artefacts.built(unbuilt))
        .hasMessageContaining("functions/marketplace/price-lead")
        .hasMessageEndingWith("run ./mvnw -Pdist -DskipTests package first");
  }

  @Test
  void deploysThePackedZip() throws Exception {
    FunctionManifest function = Synthesized.REPOSITORY.functions().getFirst();
    Path target = folder.resolve(function.id().folder()).resolve("target");
    Files.createDirectories(target);
    Files.writeString(target.resolve(function.id().text() + ".zip"), "packed");
    Repository built = new Repository(folder, List.of(), List.of(function));

    assertThat(Artefacts.built(built).of(function.id())).isNotNull();
  }

  @Test
  void startsNothingWithoutAStage() {
    assertThatThrownBy(this::mainOnFolder).hasMessageStartingWith("no stage");
  }

  /// Before it asks for anything else.
  @Test
  void startsNothingWithoutPackedFunctions() throws Exception {
    Path function = Files.createDirectories(folder.resolve("functions/market/sell-lead"));
    Files.writeString(function.resolveSibling("context.yaml"), "purpose: Sells.\n");
    Files.writeString(
        function.resolve("function.yaml"),
        "purpose: Sells.\nerror-impact: Nothing is sold.\ntrigger: on-demand\n");

    assertThatThrownBy(this::mainOnFolder)
        .hasMessageContaining("functions/market/sell-lead")
        .hasMessageEndingWith("run ./mvnw -Pdist -DskipTests package first");
  }

  private void mainOnFolder() {
    String root = System.getProperty("repository.root");
    System.setProperty("repository.root", folder.toString());
    try {
      Main.main();
    } finally {
      System.setProperty("repository.root", root);
    }
  }

  @Test
  void madeSecretsAreAsManyRandomBytesAsContextsAskFor() {
    int characters =
        Synthesized.any()
            .one("AWS::SecretsManager::Secret", "/Name", "aiqleads/prod/acquisition/contact-key")
            .properties()
            .at("/GenerateSecretString/PasswordLength")
            .asInt();

    assertThat(Base64.getDecoder().decode("z".repeat(characters))).hasSize(32);
  }

  @Test
  void theEdgeIsBelievedWithTwoGenerations() {
    Stage stage = Synthesized.settings("prod");

    assertThat(EdgeSecrets.variable(stage))
        .isEqualTo("platform/edge-secret-1,platform/edge-secret-0");
  }

  @Test
  void theFunctionsThatAreNamedExist() {
    assertThat(
            List.of(
                SpecialFunctions.MIGRATION,
                SpecialFunctions.RELAY,
                SpecialFunctions.ISSUER,
                SpecialFunctions.ALERTS,
                SpecialFunctions.VALIDATION))
        .allMatch(id -> Synthesized.REPOSITORY.function(id).isPresent());
  }
}
