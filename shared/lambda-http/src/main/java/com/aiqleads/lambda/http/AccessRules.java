package com.aiqleads.lambda.http;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Who may use which route, as the manifest says. What is not listed is not there.
@Singleton
final class AccessRules {

  /// `GET /leads/{id}` and who may use it.
  record Rule(String route, Pattern shape, Access access) {

    static Rule parse(String text) {
      int equals = text.lastIndexOf('=');
      String route = text.substring(0, equals).strip();
      return new Rule(route, shape(route), Access.parse(text.substring(equals + 1).strip()));
    }

    boolean isGreedy() {
      return route.contains("+}");
    }

    int placeholders() {
      return (int) route.chars().filter(character -> character == '{').count();
    }

    private static Pattern shape(String route) {
      String[] literals = route.split("\\{[^}]*}", -1);
      StringBuilder shape = new StringBuilder();
      int from = 0;
      for (String literal : literals) {
        shape.append(Pattern.quote(literal));
        int open = route.indexOf('{', from);
        if (open >= 0) {
          int close = route.indexOf('}', open);
          shape.append(route.charAt(close - 1) == '+' ? ".+" : "[^/]+");
          from = close;
        }
      }
      return Pattern.compile(shape + "/?");
    }
  }

  private final List<Rule> rules;

  AccessRules(@Value("${aiqleads.access:}") String access) {
    // As the gateway: the exact route first, a greedy one last.
    this.rules =
        Arrays.stream(access.split(";"))
            .filter(rule -> !rule.isBlank())
            .map(Rule::parse)
            .sorted(Comparator.comparing(Rule::isGreedy).thenComparing(Rule::placeholders))
            .toList();
  }

  Optional<Rule> find(String method, String path) {
    String key = method + " " + path;
    return rules.stream().filter(rule -> rule.shape().matcher(key).matches()).findFirst();
  }
}
