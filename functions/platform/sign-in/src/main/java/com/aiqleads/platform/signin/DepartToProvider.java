package com.aiqleads.platform.signin;

import com.aiqleads.platform.Departure;
import com.aiqleads.platform.Departures;
import com.aiqleads.platform.ProviderId;
import com.aiqleads.platform.RandomSecret;
import com.aiqleads.platform.signin.openid.OpenId;
import com.aiqleads.platform.signin.openid.Provider;
import com.aiqleads.platform.signin.openid.Providers;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/// Sends somebody to a provider, and remembers which browser it was.
@Singleton
final class DepartToProvider {

  sealed interface Outcome {}

  /// On the way.
  ///
  /// @param browser what this browser has to show when it comes back, and no other can
  record Departed(URI to, RandomSecret browser) implements Outcome {}

  record NoSuchProvider() implements Outcome {}

  record Unreachable() implements Outcome {}

  private final Providers providers;
  private final OpenId openId;
  private final Departures departures;
  private final InstantSource clock;

  DepartToProvider(Providers providers, OpenId openId, Departures departures, InstantSource clock) {
    this.providers = providers;
    this.openId = openId;
    this.departures = departures;
    this.clock = clock;
  }

  Outcome depart(ProviderId id) {
    return providers.find(id).map(this::depart).orElseGet(NoSuchProvider::new);
  }

  private Outcome depart(Provider provider) {
    RandomSecret state = RandomSecret.next();
    RandomSecret browser = RandomSecret.next();
    Departure departure = Departure.to(provider.id(), browser, clock.instant());
    Optional<URI> to = openId.authorization(provider, state, departure);
    to.ifPresent(_ -> departures.add(state, departure));
    return to.<Outcome>map(address -> new Departed(address, browser)).orElseGet(Unreachable::new);
  }
}
