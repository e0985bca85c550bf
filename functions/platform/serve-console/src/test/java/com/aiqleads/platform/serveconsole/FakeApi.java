package com.aiqleads.platform.serveconsole;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Answers as it was told, and remembers what it was asked.
@Singleton
@Replaces(HttpApi.class)
final class FakeApi implements Api {

  record Call(String method, String path, Map<String, Object> body, Optional<String> accessToken) {}

  private final ObjectMapper mapper;
  private final Map<String, Answer> answers = new HashMap<>();
  private final Map<String, ApiFile> files = new HashMap<>();
  private final List<String> broken = new ArrayList<>();
  private final List<Call> calls = new ArrayList<>();

  FakeApi(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /// Whatever starts with this path, or with this method and path, gets this answer; the longest
  /// such path wins.
  void answers(String path, int status, String json) {
    try {
      answers.put(path, new Answer(status, mapper.readValue(json, JsonNode.class)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void givesFile(String path, ApiFile file) {
    files.put(path, file);
  }

  /// Whatever starts with this path gets no answer at all.
  void breaks(String path) {
    broken.add(path);
  }

  void forget() {
    answers.clear();
    files.clear();
    broken.clear();
    calls.clear();
  }

  List<Call> calls() {
    return calls;
  }

  @Override
  public Answer send(String method, String pathAndQuery, Map<String, ?> body, Sender sender) {
    calls.add(new Call(method, pathAndQuery, Map.copyOf(body), sender.accessToken()));
    return find(method, pathAndQuery);
  }

  @Override
  public Optional<ApiFile> file(String pathAndQuery, Sender sender) {
    calls.add(new Call("GET", pathAndQuery, Map.of(), sender.accessToken()));
    return Optional.ofNullable(files.get(pathAndQuery));
  }

  private Answer find(String method, String path) {
    String whole = method + " " + path;
    if (broken.stream().anyMatch(path::startsWith)) {
      throw new ApiUnreachable(path, new IOException("nobody listens"));
    }
    return answers.entrySet().stream()
        .filter(entry -> path.startsWith(entry.getKey()) || whole.startsWith(entry.getKey()))
        .max((one, other) -> Integer.compare(one.getKey().length(), other.getKey().length()))
        .map(Map.Entry::getValue)
        .orElseThrow(() -> new AssertionError("nobody said what " + path + " answers"));
  }
}
