package com.aiqleads.local.host.endpoint;

import com.aiqleads.local.host.function.FunctionHost;
import com.aiqleads.local.host.http.Answers;
import com.aiqleads.local.host.http.Json;
import com.aiqleads.local.host.schedule.Schedules;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/// EventBridge Scheduler's API, to look at. To fire now, invoke the function.
final class SchedulerApi {

  private static final String FOLDER = "/schedules";

  private final Schedules schedules;
  private final FunctionHost functions;

  SchedulerApi(Schedules schedules, FunctionHost functions) {
    this.schedules = schedules;
    this.functions = functions;
  }

  void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (!exchange.getRequestMethod().equals("GET") || !path.startsWith(FOLDER)) {
      throw AwsError.unsupported(
          "EventBridge Scheduler " + exchange.getRequestMethod() + " " + path);
    }
    String name = path.substring(FOLDER.length()).replace("/", "");
    Answers.json(exchange, 200, name.isEmpty() ? list() : described(name));
  }

  private ObjectNode list() {
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("Schedules");
    schedules.entries().forEach(entry -> list.add(summary(entry)));
    return answer;
  }

  private ObjectNode described(String name) {
    Schedules.Entry entry =
        schedules.entries().stream()
            .filter(it -> it.awsName().equals(name))
            .findFirst()
            .orElseThrow(
                () ->
                    new AwsError(
                        404, "ResourceNotFoundException", "Schedule " + name + " does not exist."));
    ObjectNode answer = summary(entry);
    answer
        .put("ScheduleExpression", entry.schedule().expression())
        .put("ScheduleExpressionTimezone", "UTC");
    answer.putObject("FlexibleTimeWindow").put("Mode", "OFF");
    return answer;
  }

  private ObjectNode summary(Schedules.Entry entry) {
    ObjectNode summary =
        Json.object()
            .put("Name", entry.awsName())
            .put("GroupName", "default")
            .put("State", "ENABLED")
            .put(
                "Arn",
                "arn:aws:scheduler:us-east-1:000000000000:schedule/default/" + entry.awsName());
    summary.putObject("Target").put("Arn", functions.pool(entry.functionId()).function().arn());
    return summary;
  }
}
