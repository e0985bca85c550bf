package com.aiqleads.manifest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The page of one context: its picture, then tables of its functions, events, routes and stores.
final class FlowPage {

  private final Repository repository;
  private final ContextManifest context;
  private final Routing routing;
  private final List<FunctionManifest> functions;

  FlowPage(Repository repository, ContextManifest context) {
    this.repository = repository;
    this.context = context;
    this.routing = new Routing(repository);
    this.functions =
        repository.functions().stream()
            .filter(function -> function.id().context().equals(context.name()))
            .toList();
  }

  String text() {
    return Stream.of(
            """
                <!-- Generated from the manifests; do not edit. Regenerate: %s -->
                # %s

                %s
                """
                .formatted(Flows.COMMAND, context.name(), context.purpose()),
            new FlowPicture(routing, functions).text(),
            functionTable(),
            eventTable(),
            routeTable(),
            storeTable())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private String functionTable() {
    return table(
        "Functions",
        "| function | does | runs on | if it fails |",
        functions.stream()
            .map(
                it ->
                    row(
                        "[" + it.id().name() + "](../../" + it.id().folder() + "/function.yaml)",
                        it.purpose(),
                        trigger(it.trigger()),
                        it.errorImpact())));
  }

  private static String trigger(Trigger trigger) {
    return switch (trigger) {
      case Trigger.OnEvents(List<EventName> events) -> joined(events.stream());
      case Trigger.OnSchedule(Schedule schedule) -> "`" + schedule.expression() + "`";
      case Trigger.OnBucket(Resource bucket) -> "objects put into `" + bucket + "`";
      case Trigger.OnHttp(List<Route> _) -> "HTTP";
      case Trigger.OnDemand() -> "demand";
    };
  }

  private String eventTable() {
    SortedMap<EventName, String> schemas = new TreeMap<>();
    for (FunctionManifest function : functions) {
      for (EventName event : function.emits()) {
        schemas.put(event, EventFiles.of(repository, function, event).schema());
      }
    }
    return table(
        "Events",
        "| event | happens when | from | to |",
        schemas.keySet().stream()
            .map(
                event ->
                    row(
                        "[" + event + "](../../" + schemas.get(event) + ")",
                        EventSentence.of(repository.root().resolve(schemas.get(event))),
                        joined(routing.producers(event).stream().map(FunctionManifest::id)),
                        recipients(event))));
  }

  private String recipients(EventName event) {
    List<FunctionManifest> consumers = routing.consumers(event);
    return consumers.isEmpty()
        ? "nobody here"
        : joined(consumers.stream().map(FunctionManifest::id));
  }

  private String routeTable() {
    return table(
        "Routes",
        "| route | who may call it | function |",
        functions.stream()
            .flatMap(
                function ->
                    function.routes().stream()
                        .map(
                            route ->
                                row(
                                    "`" + route.key() + "`",
                                    route.access().text(),
                                    function.id().name()))));
  }

  private String storeTable() {
    return table(
        "Stores",
        "| kind | name | used by |",
        Stream.of(
                rows("table", context.tables(), uses -> uses.tables().keySet()),
                rows("bucket", context.buckets(), uses -> uses.buckets().keySet()),
                rows("secret", context.secrets(), Uses::secrets),
                rows("key", context.keys(), Uses::keys))
            .flatMap(rows -> rows));
  }

  private Stream<String> rows(
      String kind, Map<String, ?> things, Function<Uses, Collection<Resource>> used) {
    return things.keySet().stream()
        .map(name -> row(kind, name, users(new Resource(context.name(), name), used)));
  }

  private String users(Resource thing, Function<Uses, Collection<Resource>> used) {
    return joined(
        repository.functions().stream()
            .filter(function -> used.apply(function.uses()).contains(thing))
            .map(FunctionManifest::id));
  }

  private static String table(String title, String head, Stream<String> rows) {
    String body = rows.collect(Collectors.joining());
    long columns = head.chars().filter(character -> character == '|').count() - 1;
    String rule = "|" + "---|".repeat((int) columns);
    return body.isEmpty() ? "" : "## " + title + "\n\n" + head + "\n" + rule + "\n" + body;
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static String joined(Stream<?> things) {
    return things.map(Object::toString).collect(Collectors.joining(", "));
  }
}
