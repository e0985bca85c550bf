package com.aiqleads.local.sandbox;

/// Text that is safe inside a page.
final class Html {

  private Html() {}

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  static String page(String title, String head, String body) {
    return """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>%s</title>%s</head>
        <body>
        %s
        </body>
        </html>
        """
        .formatted(escaped(title), head, body);
  }
}
