package com.aiqleads.platform.serveconsole;

import com.aiqleads.platform.serveconsole.Api.Answer;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Whether a form came from a page of ours, and what stands in it.
@Singleton
final class Forms {

  private static final int MAX_DIGITS = 9;

  private final String origin;
  private final Pages pages;

  Forms(@Value("${aiqleads.api.url}") String origin, Pages pages) {
    this.origin = origin;
    this.pages = pages;
  }

  /// Does what a form asks for, and shows what came of it. A form that is not ours does nothing.
  HttpResponse<?> act(
      Visit visit,
      Map<String, String> form,
      Function<Visit, Answer> call,
      BiFunction<Visit, Answer, HttpResponse<?>> show) {
    return isForeign(visit.request(), form)
        ? pages.formRefused(visit.request())
        : show.apply(visit, call.apply(visit));
  }

  /// Leads back to that page, so that to load it again asks for nothing; or shows why nothing came
  /// of it.
  static BiFunction<Visit, Answer, HttpResponse<?>> backTo(
      String path, BiFunction<Visit, Answer, HttpResponse<?>> refused) {
    return (visit, answer) ->
        answer.succeeded() ? HttpResponse.seeOther(URI.create(path)) : refused.apply(visit, answer);
  }

  boolean isForeign(HttpRequest<?> request, Map<String, String> form) {
    return !FormGuard.accepts(request, Optional.ofNullable(form.get("csrf")), origin);
  }

  /// A whole number of a field, if it holds one.
  static OptionalInt number(Map<String, String> form, String field) {
    String text = form.getOrDefault(field, "");
    boolean isNumber =
        !text.isEmpty()
            && text.length() <= MAX_DIGITS
            && text.chars().allMatch(each -> each >= '0' && each <= '9');
    return isNumber ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }

  /// The boxes of one name that are checked.
  static List<String> boxes(HttpRequest<?> request, String name) {
    return request.getParameters().getAll(name);
  }
}
