package com.aiqleads.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The formatter breaks a long line of documentation into one that is none any more.
class CommentsTest {

  private static final Pattern BROKEN = Pattern.compile("(?m)^ *///.*\\R *(// ?[^/].*)$");

  @Test
  void noDocumentationIsBrokenInTwo() {
    List<String> broken =
        Documents.files(".", ".java").stream().flatMap(CommentsTest::broken).toList();

    assertThat(broken).isEmpty();
  }

  private static Stream<String> broken(Path file) {
    return BROKEN
        .matcher(Documents.text(file))
        .results()
        .map((MatchResult found) -> Repository.ROOT.relativize(file) + ": " + found.group(1));
  }
}
