package com.aiqleads.platform.serveconsole;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.platform.serveconsole.Api.Answer;
import com.aiqleads.platform.serveconsole.DeliveryPage.Address;
import com.aiqleads.platform.serveconsole.DeliveryPage.Kind;
import com.aiqleads.platform.serveconsole.DeliveryPage.Line;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where bought leads are delivered. A secret is shown on the page that answers its making, and
/// never again.
@Controller("/console/deliveries")
final class DeliveryPages {

  static final String UNCONFIRMED =
      "Whoever reads there has not agreed yet: a letter with a link is on its way. The link is good"
          + " for seven days; then ask once more.";
  static final String STOPPED =
      "Whoever reads there wants no more of it. Only they can agree again; remove it otherwise.";

  private static final String PATH = "/console/deliveries";
  private static final List<String> FIELDS = List.of("kind", "address", "client", "key");

  private final Api api;
  private final Pages pages;
  private final Forms forms;

  DeliveryPages(Api api, Pages pages, Forms forms) {
    this.api = api;
    this.pages = pages;
    this.forms = forms;
  }

  @Get
  HttpResponse<?> deliveries(
      HttpRequest<?> request, Caller caller, @QueryValue Optional<String> before) {
    return page(
        HttpStatus.OK, new Visit(request, Optional.of(caller)), caller, "", List.of(), before);
  }

  @Post("/addresses")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> add(HttpRequest<?> request, Caller caller, @Body Map<String, String> form) {
    return act(request, caller, form, visit -> api.post("/endpoints", wish(form), visit.sender()));
  }

  /// What of it is filled in.
  private static Map<String, Object> wish(Map<String, String> form) {
    Map<String, Object> wish = new HashMap<>();
    for (String field : FIELDS) {
      String text = form.getOrDefault(field, "").strip();
      if (!text.isEmpty()) {
        wish.put(field, text);
      }
    }
    return wish;
  }

  /// What may be done to an address, the API says: a new secret or key, turning it on, a test.
  @Post("/addresses/{id}/{act}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> change(
      HttpRequest<?> request,
      Caller caller,
      String id,
      String act,
      @Body Map<String, String> form) {
    String path = "/endpoints/" + Api.segment(id) + "/" + Api.segment(act);
    return act(request, caller, form, visit -> api.post(path, wish(form), visit.sender()));
  }

  @Post("/addresses/{id}/removal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> remove(
      HttpRequest<?> request, Caller caller, String id, @Body Map<String, String> form) {
    String path = "/endpoints/" + Api.segment(id);
    return act(request, caller, form, visit -> api.delete(path, visit.sender()));
  }

  @Post("/{id}/repeats")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> repeat(
      HttpRequest<?> request, Caller caller, String id, @Body Map<String, String> form) {
    String path = "/deliveries/" + Api.segment(id) + "/repeats";
    return act(request, caller, form, visit -> api.post(path, Map.of(), visit.sender()));
  }

  /// Leads back to the page, unless there is a secret to show or a refusal.
  private HttpResponse<?> act(
      HttpRequest<?> request,
      Caller caller,
      Map<String, String> form,
      Function<Visit, Answer> call) {
    return forms.act(
        new Visit(request, Optional.of(caller)),
        form,
        call,
        (visit, answer) -> {
          HttpStatus status = HttpStatus.valueOf(answer.status());
          if (!answer.succeeded()) {
            return page(status, visit, caller, "", Refusal.sentences(answer), Optional.empty());
          }
          String secret = answer.text("secret");
          return secret.isEmpty()
              ? HttpResponse.seeOther(URI.create(PATH))
              : page(HttpStatus.OK, visit, caller, secret, List.of(), Optional.empty());
        });
  }

  private HttpResponse<?> page(
      HttpStatus status,
      Visit visit,
      Caller caller,
      String fresh,
      List<String> refusals,
      Optional<String> before) {
    Answer endpoints = api.get("/endpoints", visit.sender());
    String older = before.map(text -> "?before=" + Api.segment(text)).orElse("");
    Answer deliveries = api.get("/deliveries" + older, visit.sender());
    if (!endpoints.succeeded() || !deliveries.succeeded()) {
      Answer failed = endpoints.succeeded() ? deliveries : endpoints;
      return pages.refusal(
          HttpStatus.valueOf(failed.status()), visit, Refusal.of(failed, Viewer.PURCHASES.path()));
    }
    List<Address> addresses =
        Json.list(endpoints.body(), "endpoints").stream().map(DeliveryPages::address).toList();
    Map<String, Address> known =
        addresses.stream().collect(Collectors.toMap(Address::id, it -> it));
    DeliveryPage page =
        new DeliveryPage(
            addresses,
            Json.list(deliveries.body(), "deliveries").stream()
                .map(one -> line(one, known))
                .toList(),
            caller.may("platform:write"),
            caller.may("marketplace:write"),
            fresh,
            refusals,
            next(deliveries));
    return pages.page(
        status,
        "deliveries",
        visit.frame("Delivery", Viewer.PURCHASES.path()),
        Map.of("page", page));
  }

  private static @Nullable String next(Answer answer) {
    String next = answer.text("next");
    return next.isEmpty() ? null : PATH + "?before=" + Api.segment(next);
  }

  private static Address address(JsonNode endpoint) {
    Kind kind = Kind.of(Json.text(endpoint, "kind"));
    return new Address(
        Json.text(endpoint, "id"),
        kind,
        switch (kind) {
          case WEBHOOK -> Json.text(endpoint, "address");
          case EMAIL -> Json.text(endpoint, "address").replace("mailto:", "");
          case HUBSPOT, FOLLOW_UP_BOSS -> kind.label();
          case SALESFORCE -> kind.label() + " " + Json.text(endpoint, "address");
        },
        Words.time(Json.text(endpoint, "addedAt")),
        switch (Json.text(endpoint, "off")) {
          case "gone" -> "Its server said that nothing is wanted there any more.";
          case "failing" -> "It took nothing for a day.";
          case "unconfirmed" -> UNCONFIRMED;
          case "stopped" -> STOPPED;
          default -> null;
        });
  }

  private static Line line(JsonNode delivery, Map<String, Address> known) {
    String lead = Json.text(delivery, "lead");
    Address address = known.get(Json.text(delivery, "endpoint"));
    return new Line(
        Json.text(delivery, "id"),
        Words.time(Json.text(delivery, "at")),
        lead.isEmpty() ? null : lead,
        address == null ? "a removed address" : address.url(),
        switch (Json.text(delivery, "state")) {
          case "delivered" -> "Delivered";
          case "given_up" -> "Given up";
          default -> "On its way";
        },
        detail(delivery),
        address != null && address.off() == null);
  }

  private static String detail(JsonNode delivery) {
    int attempts = (int) Json.number(delivery, "attempts");
    String answer = Json.text(delivery, "answer");
    String next = Json.text(delivery, "nextAt");
    String again = next.isEmpty() || attempts == 0 ? "" : " Next try " + Words.moment(next) + ".";
    return answer.isEmpty() ? "Not tried yet." : answer + " Tries: " + attempts + "." + again;
  }
}
