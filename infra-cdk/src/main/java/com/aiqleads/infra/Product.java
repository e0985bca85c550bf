package com.aiqleads.infra;

import com.aiqleads.manifest.Repository;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;

/// All stacks of one stage.
record Product(App app, Repository repository, Stage stage, List<Stack> stacks) {

  Product {
    stacks = List.copyOf(stacks);
  }

  static Product of(App app, Repository repository, Stage stage, Artefacts artefacts) {
    List<Stack> stacks = new ArrayList<>();
    FoundationStack foundation = new FoundationStack(app, stage);
    stacks.add(foundation);
    Ground ground =
        new Ground(
            repository,
            stage,
            artefacts,
            foundation,
            new Permissions(repository, stage, foundation.keys()));
    stacks.add(new IssuerStack(app, ground));
    DataStack data = new DataStack(app, ground);
    stacks.add(data);
    List<ContextStack> contexts =
        repository.contexts().stream()
            .map(context -> new ContextStack(app, ground, context, data.destinations()))
            .toList();
    stacks.addAll(contexts);
    stacks.add(edge(app, ground, contexts));
    Nag.watch(app);
    return new Product(app, repository, stage, stacks);
  }

  /// The API is in the platform's stack, the edge before all of them: it comes last.
  private static EdgeStack edge(App app, Ground ground, List<ContextStack> contexts) {
    ContextStack platform =
        contexts.stream().filter(ContextStack::isPlatform).findFirst().orElseThrow();
    Api api = platform.makeApi();
    contexts.forEach(context -> context.open(api));
    EdgeStack edge = new EdgeStack(app, ground, api);
    contexts.forEach(edge::addStackDependency);
    return edge;
  }
}
