package com.aiqleads.platform.serveconsole;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/// Scripts and styles from our own origin; a wrong media type would keep browsers from running
/// them.
@Controller("/console/assets")
final class AssetsController {

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "json", "application/json");

  @Get("/{library}/{file}")
  HttpResponse<byte[]> asset(String library, String file) {
    String mediaType = MEDIA_TYPES.get(file.substring(file.lastIndexOf('.') + 1));
    String name = "/assets/" + library + "/" + file;
    if (mediaType == null || name.contains("..")) {
      return HttpResponse.notFound();
    }
    try (InputStream content = AssetsController.class.getResourceAsStream(name)) {
      if (content == null) {
        return HttpResponse.notFound();
      }
      return HttpResponse.ok(content.readAllBytes())
          .contentType(new MediaType(mediaType))
          .header("Cache-Control", "public, max-age=3600");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
