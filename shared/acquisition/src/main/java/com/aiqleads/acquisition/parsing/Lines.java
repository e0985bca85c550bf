package com.aiqleads.acquisition.parsing;

import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Element;

/// The lines of an element as a browser breaks them: at `<br>` and at blocks.
final class Lines {

  private Lines() {}

  static List<String> of(Element element) {
    return Arrays.stream(element.wholeText().split("\n"))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
