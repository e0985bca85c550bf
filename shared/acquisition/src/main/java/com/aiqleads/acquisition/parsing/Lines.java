package com.aiqleads.acquisition.parsing;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/// The lines of an element as a browser breaks them at `<br>`; line ends of the source are spaces.
final class Lines {

  private static final String BREAK = "\n";
  private static final Pattern SPACES = Pattern.compile("[ \\t]+");

  private Lines() {}

  static List<String> of(Element element) {
    StringBuilder text = new StringBuilder();
    element
        .nodeStream()
        .forEach(
            node -> {
              if (node instanceof TextNode words) {
                text.append(words.getWholeText().replace('\n', ' ').replace('\u00a0', ' '));
              } else if (node.nameIs("br")) {
                text.append(BREAK);
              }
            });
    return Arrays.stream(text.toString().split(BREAK))
        .map(line -> SPACES.matcher(line).replaceAll(" ").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
