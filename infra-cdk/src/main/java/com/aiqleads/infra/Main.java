package com.aiqleads.infra;

import com.aiqleads.manifest.Manifests;
import com.aiqleads.manifest.Repository;
import java.nio.file.Path;
import software.amazon.awscdk.App;

/// Writes the templates of one stage: what `cdk synth -c stage=dev` runs.
public final class Main {

  private Main() {}

  public static void main(String... arguments) {
    App app = new App();
    Repository repository = Manifests.read(Path.of(System.getProperty("repository.root", ".")));
    synthesize(app, repository, Artefacts.built(repository)).app().synth();
  }

  static Product synthesize(App app, Repository repository, Artefacts artefacts) {
    Object name = app.getNode().tryGetContext("stage");
    if (!(name instanceof String stage)) {
      throw new IllegalArgumentException("no stage: say -c stage=dev, staging or prod");
    }
    Settings stages = new Settings("stages", app.getNode().getContext("stages"));
    return Product.of(app, repository, Stage.read(stage, stages), artefacts);
  }
}
