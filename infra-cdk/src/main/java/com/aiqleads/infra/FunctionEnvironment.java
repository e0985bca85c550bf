package com.aiqleads.infra;

import com.aiqleads.manifest.Access;
import com.aiqleads.manifest.FunctionManifest;
import com.aiqleads.manifest.Resource;
import com.aiqleads.manifest.Surroundings;
import com.aiqleads.manifest.Wiring;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a function is told where it runs.
record FunctionEnvironment(Ground ground, Destinations destinations) {

  /// Lambda sets these itself and refuses to be told.
  private static final List<String> SET_BY_LAMBDA = List.of("AWS_REGION");

  private static final Resource LANGUAGE_MODEL = new Resource("acquisition", "language-model");

  Map<String, String> of(FunctionManifest manifest) {
    Stage stage = ground.stage();
    Map<String, String> more = new HashMap<>();
    if (!manifest.routes().isEmpty()) {
      more.put("AIQLEADS_EDGE_SECRETS", EdgeSecrets.variable(stage));
    }
    if (!manifest.routes().isEmpty() && Placement.of(manifest.uses()) == Placement.INSIDE) {
      more.put("AIQLEADS_KEYS_URL", IssuerStack.keysUrl(stage));
    }
    if (manifest.uses().database() != Access.NONE) {
      if (SpecialFunctions.passesByProxy(manifest)) {
        more.put("AIQLEADS_DATABASE_HOST", destinations.databaseProxy());
      } else {
        more.put("AIQLEADS_DATABASE_AUTHORITIES", Database.AUTHORITIES);
      }
    }
    if (!stage.proposals().isEmpty() && manifest.uses().secrets().contains(LANGUAGE_MODEL)) {
      more.put("AIQLEADS_PROPOSALS", stage.proposals());
    }
    Surroundings surroundings =
        new Surroundings(
            stage.name(),
            Stage.REGION,
            "https://" + stage.domain(),
            "https://" + stage.issuerDomain(),
            destinations.searchUrl(),
            more);
    Map<String, String> environment =
        new Wiring(ground.repository(), surroundings).environmentOf(manifest);
    SET_BY_LAMBDA.forEach(environment::remove);
    return environment;
  }
}
