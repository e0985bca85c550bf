package com.aiqleads.acquisition.scrapefsbo;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads the configuration at start, so that a mistake in it shows then.
@Factory
final class ScrapeFactory {

  @Singleton
  Sources sources(
      ObjectMapper json, @Property(name = "aiqleads.sandbox.url") @Nullable URI sandbox) {
    SourcesFile file = file(json);
    return sandbox == null ? file.real() : file.sandboxed(sandbox);
  }

  @Singleton
  Site fsbo(Sources sources) {
    return new FsboSite(sources.policy(FsboSite.SOURCE));
  }

  @Singleton
  Site forSaleByOwner(Sources sources, ObjectMapper json) {
    return new ForSaleByOwnerSite(sources.policy(ForSaleByOwnerSite.SOURCE), json);
  }

  private static SourcesFile file(ObjectMapper json) {
    try (InputStream file = ScrapeFactory.class.getResourceAsStream("sources.json")) {
      return json.readValue(Objects.requireNonNull(file, "sources.json"), SourcesFile.class);
    } catch (IOException e) {
      throw new UncheckedIOException("sources.json", e);
    }
  }
}
