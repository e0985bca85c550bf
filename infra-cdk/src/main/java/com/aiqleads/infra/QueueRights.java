package com.aiqleads.infra;

import com.aiqleads.manifest.AwsNames;
import com.aiqleads.manifest.FunctionManifest;
import com.aiqleads.manifest.Repository;
import com.aiqleads.manifest.Routing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.services.iam.PolicyStatement;

/// Rights to the queues that a function reads and writes, and to their key.
final class QueueRights {

  private final Repository repository;
  private final Stage stage;
  private final AwsNames names;
  private final Routing routing;
  private final SharedKeys keys;

  QueueRights(Repository repository, Stage stage, SharedKeys keys) {
    this.repository = repository;
    this.stage = stage;
    this.names = stage.names();
    this.routing = new Routing(repository);
    this.keys = keys;
  }

  List<PolicyStatement> of(FunctionManifest function) {
    List<PolicyStatement> statements = new ArrayList<>();
    if (function.hasQueue()) {
      statements.add(
          Permissions.allow(
              "OwnQueue",
              List.of(
                  "sqs:ChangeMessageVisibility",
                  "sqs:DeleteMessage",
                  "sqs:GetQueueAttributes",
                  "sqs:ReceiveMessage"),
              List.of(queue(names.queue(function)))));
    }
    if (function.hasQueue() || Permissions.isAsynchronous(function)) {
      statements.add(toSend("OwnDeadLetters", List.of(queue(names.deadLetters(function)))));
    }
    List<String> targets = targets(function);
    if (!targets.isEmpty()) {
      statements.add(toSend("Emits", targets));
    }
    if (!statements.isEmpty()) {
      statements.add(Permissions.toKey("MessagesKey", keys.messages(), "sqs"));
    }
    return statements;
  }

  private static PolicyStatement toSend(String id, List<String> queues) {
    return Permissions.allow(id, List.of("sqs:GetQueueUrl", "sqs:SendMessage"), queues);
  }

  /// The queues of those who take what it emits; the relay sends whatever any outbox holds.
  private List<String> targets(FunctionManifest function) {
    Stream<FunctionManifest> takers =
        SpecialFunctions.isRelay(function)
            ? repository.functions().stream().filter(FunctionManifest::hasQueue)
            : function.emits().stream().flatMap(event -> routing.consumers(event).stream());
    return takers.map(taker -> queue(names.queue(taker))).distinct().sorted().toList();
  }

  private String queue(String name) {
    return stage.arn("sqs", name);
  }
}
