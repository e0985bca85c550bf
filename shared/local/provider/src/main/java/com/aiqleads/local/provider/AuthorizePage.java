package com.aiqleads.local.provider;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Collectors;

/// Where one says who one is. It asks for no password: nothing here is worth one.
final class AuthorizePage {

  private final List<Person> people;

  AuthorizePage(List<Person> people) {
    this.people = List.copyOf(people);
  }

  Answer answer(Map<String, String> asked) {
    String hidden =
        asked.entrySet().stream().map(AuthorizePage::hidden).collect(Collectors.joining("\n"));
    String buttons =
        people.stream()
            .map(person -> button(person.email(), person.name() + " · " + person.email()))
            .collect(Collectors.joining("\n"));
    return Answer.text(
        200,
        Answer.HTML,
        """
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>Local provider</title>
          <style>
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 28rem; margin: 2rem auto; }
            button, input { font: inherit; padding: .5rem; margin: .25rem 0; width: 100%%; }
          </style>
        </head>
        <body>
        <main>
          <h1>Who are you?</h1>
          <p>A provider for this computer alone. AIQLeads wants to know your mail address.</p>
          <form method="post" action="/authorize">
            %s
            %s
          </form>
          <form method="post" action="/authorize">
            %s
            <label>Somebody else, by mail address
              <input name="email" type="email" required></label>
            <button>Go on</button>
          </form>
          <form method="post" action="/authorize">
            %s
            <button name="deny" value="true">No, I do not want this</button>
          </form>
        </main>
        </body>
        </html>
        """
            .formatted(hidden, buttons, hidden, hidden));
  }

  private static String hidden(Entry<String, String> field) {
    return "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
        .formatted(escaped(field.getKey()), escaped(field.getValue()));
  }

  private static String button(String email, String label) {
    return "<button name=\"email\" value=\"%s\">%s</button>"
        .formatted(escaped(email), escaped(label));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
