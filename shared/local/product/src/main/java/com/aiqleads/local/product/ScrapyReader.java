package com.aiqleads.local.product;

import com.aiqleads.local.product.ParsePages.Shown;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Scrapy's selectors over the same pages, in a process of Python's.
final class ScrapyReader implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Path SCRIPT = Path.of("shared/local/product/src/main/scrapy/parse_pages.py");

  private final Path folder;
  private final Process process;
  private final BufferedReader answers;
  private final Writer questions;

  private ScrapyReader(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.questions = process.outputWriter(StandardCharsets.UTF_8);
  }

  /// @param pages all, those of one kind after another
  static ScrapyReader of(List<Shown> pages) throws IOException {
    String python = System.getProperty("bench.python", "/usr/bin/python3");
    if (!Files.isExecutable(Path.of(python)) || !hasScrapy(python)) {
      throw new IllegalStateException(
          "there is no Scrapy: install Debian's python3-scrapy, or say -Dbench.python=<a Python that"
              + " has it>");
    }
    Path folder = Files.createTempDirectory("aiqleads-parse");
    List<String> index = new ArrayList<>();
    for (Shown page : pages) {
      String file = "page-" + index.size();
      Files.write(folder.resolve(file), page.body().toArray());
      byte[] line = ApiClient.bytes(Map.of("kind", page.kind(), "url", page.url(), "file", file));
      index.add(new String(line, StandardCharsets.UTF_8));
    }
    Files.write(folder.resolve("index.jsonl"), index);
    Process process =
        new ProcessBuilder(
                python, RunningProduct.root().resolve(SCRIPT).toString(), folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    ScrapyReader reader = new ScrapyReader(folder, process);
    reader.answer();
    return reader;
  }

  private static boolean hasScrapy(String python) throws IOException {
    Process tried =
        new ProcessBuilder(python, "-c", "import scrapy")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return tried.onExit().join().exitValue() == 0;
  }

  /// Of each kind the seconds of processor time that reading its pages once took.
  JsonNode round() throws IOException {
    return asked("round");
  }

  /// What it reads of each page.
  List<JsonNode> items() throws IOException {
    Path file = folder.resolve("items.jsonl");
    asked("items " + file);
    try (var lines = Files.lines(file)) {
      return lines.map(line -> read(line).path("items")).toList();
    }
  }

  private JsonNode asked(String question) throws IOException {
    questions.write(question + "\n");
    questions.flush();
    return read(answer());
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IllegalStateException("Scrapy's side ended, see above");
    }
    return line;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      Scratch.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
