package com.aiqleads.lambda.http;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.lambda.ActingKey;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.CookieValue;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

@Controller("/demo")
class DemoController {

  static final AtomicInteger ORDERS = new AtomicInteger();

  private final ActingKey acting;

  DemoController(ActingKey acting) {
    this.acting = acting;
  }

  enum Kind {
    HOUSE,
    LAND
  }

  @Serdeable
  record Item(String name, int count) {
    Item {
      if (count < 1) {
        throw new IllegalArgumentException("a count is at least 1");
      }
    }
  }

  @Serdeable
  record Order(
      Email email,
      Money price,
      @Nullable String note,
      Optional<Kind> kind,
      List<Item> items,
      boolean urgent,
      double weight) {}

  @Serdeable
  record Receipt(int number, String email) {}

  @Serdeable
  record Found(String text, Optional<Integer> limit, List<String> tags) {}

  @Post("/orders")
  HttpResponse<Receipt> order(@Body Order order) {
    return HttpResponse.created(new Receipt(ORDERS.incrementAndGet(), order.email().address()));
  }

  @Post("/secrets")
  HttpResponse<Receipt> secret(@Body Item item) {
    return HttpResponse.ok(new Receipt(ORDERS.incrementAndGet(), item.name()))
        .header("Cache-Control", "no-store");
  }

  @Post("/failing")
  HttpResponse<Receipt> failing(@Body Item item) {
    ORDERS.incrementAndGet();
    throw new IllegalStateException("secret words of " + item.name());
  }

  @Get("/leads")
  Found find(
      @QueryValue String q, @QueryValue Optional<Integer> limit, @QueryValue List<String> tag) {
    return new Found(q, limit, tag);
  }

  @Get("/leads/{id}")
  String lead(@PathVariable String id) {
    LeadId.parse(id);
    return id;
  }

  @Get("/me")
  Map<String, Object> me(Caller caller) {
    return Map.of("user", caller.user().text(), "roles", caller.roles());
  }

  @Get("/key")
  String key() {
    return acting.id().orElse("no key");
  }

  @Get("/maybe")
  String maybe(Optional<Caller> caller) {
    return caller.map(known -> known.user().text()).orElse("nobody");
  }

  @Get("/unlisted")
  String unlisted() {
    return "never";
  }

  @Get("/cookies")
  HttpResponse<String> cookies(
      @CookieValue("a") String a, @Header("if-modified-since") String since) {
    return HttpResponse.ok(a + " " + since)
        .cookie(Cookie.of("one", "1"))
        .cookie(Cookie.of("two", "2"));
  }

  @Get("/image")
  @Produces(MediaType.IMAGE_PNG)
  byte[] image() {
    return new byte[] {(byte) 0x89, 'P', 'N', 'G'};
  }

  @Post("/forms")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  String form(@Body Map<String, String> fields) {
    return fields.get("a") + "|" + fields.get("b");
  }

  @Get("/refusals/{kind}")
  String refuse(@PathVariable String kind) {
    throw switch (kind) {
      case "404" -> new NotFound("no-lead", "No such lead.");
      case "409" -> new Conflict("sold", "It is sold.");
      case "422" -> new Unprocessable("odd", "That is odd.");
      case "429" -> new TooManyRequests(Duration.ofSeconds(7));
      case "401" -> new Unauthorized("who", "Who are you?");
      case "403" -> new Forbidden("no", "No.");
      default -> new IllegalStateException("jdbc:postgresql://secret");
    };
  }

  @Get("/{proxy:.+}")
  String rest(@PathVariable String proxy) {
    return proxy;
  }
}
