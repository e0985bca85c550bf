package com.aiqleads.local.product;

import com.aiqleads.local.product.BuyersWalk.Heard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The pages of the console as somebody sees them who follows every link: from its first page, and
/// from every page that its source has.
record ConsolePages(URI gateway, String token) {

  private static final Path SOURCES =
      Path.of(
          System.getProperty("repository.root"), "functions/platform/serve-console/src/main/java");
  private static final Pattern CONTROLLER = Pattern.compile("@Controller(?:\\(\"([^\"]*)\"\\))?");
  private static final Pattern PAGE = Pattern.compile("@Get(?:\\(\"([^\"]*)\"\\))?");
  private static final Pattern LINK =
      Pattern.compile("(?:href|src|action)=\"(/console[^\"#]*)|\"(/console/[^\"#]*)\"");
  private static final Pattern ID = Pattern.compile("[a-z]+_[0-9A-Z]{26}");
  private static final Pattern NAMED = Pattern.compile("\\{[a-z]+}");

  /// Of pages that differ in an id or in what was searched for.
  private static final int MOST_ALIKE = 8;

  List<Heard> walk(Collection<String> more) {
    Deque<String> next = new ArrayDeque<>(List.of("/console"));
    next.addAll(more);
    templates().stream().filter(page -> !NAMED.matcher(page).find()).forEach(next::add);
    Set<String> seen = new HashSet<>();
    Map<String, Integer> alike = new HashMap<>();
    List<Heard> heard = new ArrayList<>();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      while (!next.isEmpty()) {
        String address = next.removeFirst().replace("&amp;", "&");
        String shape = shape(address);
        boolean isMeant = more.contains(address);
        if (!seen.add(address) || (!isMeant && alike.merge(shape, 1, Integer::sum) > MOST_ALIKE)) {
          continue;
        }
        Heard page = get(client, address, "page " + shape);
        heard.add(page);
        LINK.matcher(page.text()).results().map(ConsolePages::target).forEach(next::add);
      }
    }
    return heard;
  }

  /// The address of every page in the console's source, so that none is forgotten.
  static Set<String> templates() {
    Set<String> pages = new TreeSet<>();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        CONTROLLER
            .matcher(source)
            .results()
            .map(ConsolePages::address)
            .filter(path -> path.startsWith("/console"))
            .forEach(
                path ->
                    PAGE.matcher(source)
                        .results()
                        .map(ConsolePages::address)
                        .forEach(page -> pages.add(path + page)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pages;
  }

  static String shape(String address) {
    return ID.matcher(address.replaceAll("[?].*", "")).replaceAll("{id}");
  }

  private Heard get(HttpClient client, String address, String where) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(gateway + address.replace(" ", "%20")))
            .header("cookie", "__Host-session=" + token)
            .header("accept", "text/html,application/json")
            .build();
    try {
      HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
      String place =
          answer.headers().firstValue("location").map(it -> "href=\"" + it + "\"\n").orElse("");
      return new Heard(
          where, answer.statusCode(), place + new String(answer.body(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String target(MatchResult link) {
    return link.group(1) == null ? link.group(2) : link.group(1);
  }

  private static String address(MatchResult annotation) {
    return annotation.group(1) == null ? "" : annotation.group(1);
  }
}
