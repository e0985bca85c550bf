package com.aiqleads.platform.signin;

import com.aiqleads.platform.Departures;
import com.aiqleads.platform.signin.DepartToProvider.Departed;
import com.aiqleads.platform.signin.openid.Provider;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// What anybody may know of the providers.
final class ProviderViews {

  private ProviderViews() {}

  @Serdeable
  record ProviderView(String id, @Schema(description = "For people") String name) {}

  @Serdeable
  record ProvidersView(List<ProviderView> providers) {

    static ProvidersView of(List<Provider> providers) {
      return new ProvidersView(
          providers.stream()
              .map(provider -> new ProviderView(provider.id().value(), provider.name().value()))
              .toList());
    }
  }

  @Serdeable
  record DepartureView(
      @Schema(description = "Where to send the browser") String location,
      @Schema(description = "What this browser, and no other, shows when it comes back")
          String browser,
      @Schema(description = "Seconds from now") long expiresIn) {

    static DepartureView of(Departed departed) {
      return new DepartureView(
          departed.to().toString(), departed.browser().value(), Departures.LIFETIME.toSeconds());
    }

    @Override
    public String toString() {
      return "DepartureView[***]";
    }
  }
}
