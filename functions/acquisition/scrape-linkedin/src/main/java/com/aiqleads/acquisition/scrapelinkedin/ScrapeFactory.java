package com.aiqleads.acquisition.scrapelinkedin;

import com.aiqleads.acquisition.crawling.Ports;
import com.aiqleads.acquisition.crawling.Scrape;
import com.aiqleads.acquisition.crawling.Sources;
import com.aiqleads.acquisition.store.SourcesFile;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the configuration at start, so that a mistake in it shows then.
@Factory
final class ScrapeFactory {

  @Singleton
  Sources sources(
      ObjectMapper json, @Property(name = "aiqleads.sandbox.url") @Nullable URI sandbox) {
    return SourcesFile.of(ScrapeFactory.class, json, sandbox);
  }

  @Singleton
  Scrape scrape(Sources sources, Ports ports) {
    return new Scrape(
        sources, List.of(new LinkedInSite(sources.policy(LinkedInSite.SOURCE))), ports);
  }
}
