package com.aiqleads.manifest;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// `function.yaml` to its record.
final class FunctionReader {

  private static final Set<String> KEYS =
      Set.of(
          "purpose",
          "error-impact",
          "trigger",
          "emits",
          "external-events",
          "http",
          "ids",
          "uses",
          "limits",
          "order-by");
  private static final Set<String> TRIGGERS = Set.of("events", "schedule", "bucket");
  private static final Set<String> USES =
      Set.of("tables", "buckets", "secrets", "keys", "database", "search", "mail", "egress");
  private static final Set<String> LIMITS =
      Set.of("memory", "timeout", "batch", "window", "concurrency");
  private static final String ON_DEMAND = "on-demand";

  private final FunctionId id;
  private final ManifestFile file;
  private final Section top;

  private FunctionReader(FunctionId id, ManifestFile file, @Nullable Node node) {
    this.id = id;
    this.file = file;
    this.top = Section.of(file, "", node, KEYS);
  }

  static FunctionManifest read(FunctionId id, String text, List<Problem> problems) {
    ManifestFile.Opened opened = ManifestFile.open(id.folder() + "/function.yaml", text, problems);
    return new FunctionReader(id, opened.file(), opened.top()).manifest();
  }

  private FunctionManifest manifest() {
    return new FunctionManifest(
        id,
        top.require("purpose", Words::sentence, ""),
        top.require("error-impact", Words::sentence, ""),
        trigger(),
        top.list("emits", EventName::parse),
        top.list("external-events", EventName::parse),
        uses(top.section("uses", USES)),
        limits(top.section("limits", LIMITS)),
        top.<Ordering>read("order-by", field -> new Ordering.By(field), new Ordering.Unordered()),
        top.map("ids", path -> path, IdOwner::parse),
        file.origin());
  }

  private Trigger trigger() {
    Node node = top.node("trigger");
    Node http = top.node("http");
    if (http != null) {
      if (node != null) {
        file.report(node, "trigger", "must not stand beside http: a function has one trigger");
      }
      return http(http);
    }
    if (node == null) {
      file.reportMissing("trigger");
      return new Trigger.OnDemand();
    }
    if (node instanceof ScalarNode word && word.getValue().equals(ON_DEMAND)) {
      return new Trigger.OnDemand();
    }
    return one(node, top.section("trigger", TRIGGERS));
  }

  private Trigger one(Node node, Section section) {
    if (TRIGGERS.stream().filter(section::has).count() != 1) {
      file.report(
          node, "trigger", "must be one of events, schedule and bucket, or the word on-demand");
      return new Trigger.OnDemand();
    }
    if (section.has("events")) {
      List<EventName> events = section.list("events", EventName::parse);
      if (events.isEmpty()) {
        file.report(node, "trigger.events", "must name an event");
      }
      return new Trigger.OnEvents(events);
    }
    Trigger none = new Trigger.OnDemand();
    return section.has("schedule")
        ? section.read("schedule", text -> new Trigger.OnSchedule(Schedule.parse(text)), none)
        : section.read("bucket", text -> new Trigger.OnBucket(resource(text)), none);
  }

  private Trigger http(Node node) {
    List<Route> routes = top.pairs("http", Route::parse);
    if (routes.isEmpty()) {
      file.report(node, "http", "must name a route");
    }
    return new Trigger.OnHttp(routes);
  }

  private Uses uses(Section uses) {
    return new Uses(
        uses.map("tables", this::resource, Access::parse),
        uses.map("buckets", this::resource, Access::parse),
        uses.list("secrets", this::resource),
        uses.list("keys", this::resource),
        uses.read("database", Access::parse, Access.NONE),
        uses.read("search", Access::parse, Access.NONE),
        uses.flag("mail"),
        uses.flag("egress"));
  }

  private static Limits limits(Section limits) {
    return new Limits(
        limits.read("memory", Words::megabytes, Limits.DEFAULTS.memoryMb()),
        limits.read("timeout", Words::span, Limits.DEFAULTS.timeout()),
        limits.number("batch", Limits.DEFAULTS.batch()),
        limits.read("window", Words::span, Limits.DEFAULTS.window()),
        limits.number("concurrency", Limits.DEFAULTS.concurrency()));
  }

  private Resource resource(String text) {
    return Resource.parse(id.context(), text);
  }
}
