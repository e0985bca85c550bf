package com.aiqleads.acquisition.validation;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.Location;
import com.aiqleads.acquisition.RawContact;
import com.aiqleads.acquisition.address.Geocode;
import com.aiqleads.acquisition.address.Geocoder;
import com.aiqleads.acquisition.contact.ContactCheck;
import com.aiqleads.acquisition.contact.MailDomains;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What validating asks of services on the network, side by side, each within a time. A service
/// that fails or takes too long costs exactness, never a lead: the map that is shipped with us then
/// says where the ZIP code is, and mail addresses are believed.
public final class Lookups {

  private final Geocoder geocoder;
  private final Geocoder shipped;
  private final ContactCheck contacts;
  private final ContactCheck unasked = new ContactCheck(MailDomains.UNASKED);
  private final ExecutorService threads;
  private final Supplier<Duration> patience;

  /// Asks nothing yet.
  ///
  /// @param shipped the map that needs no network
  /// @param patience asked at the begin of each validation
  public Lookups(
      Geocoder geocoder,
      Geocoder shipped,
      MailDomains domains,
      ExecutorService threads,
      Supplier<Duration> patience) {
    this.geocoder = geocoder;
    this.shipped = shipped;
    this.contacts = new ContactCheck(domains);
    this.threads = threads;
    this.patience = patience;
  }

  /// One validation, whose time begins now.
  Running begin() {
    return new Running(System.nanoTime() + patience.get().toNanos());
  }

  final class Running {

    private final long end;

    private Running(long end) {
      this.end = end;
    }

    /// Begins to check a contact; what is handed back waits for it.
    Supplier<Contact> contact(RawContact raw, @Nullable String description) {
      return begun(() -> contacts.check(raw, description), () -> unasked.check(raw, description));
    }

    /// Begins to look for a home; what is handed back waits for it.
    Supplier<Optional<Location>> place(Address address) {
      Supplier<Geocode> located =
          begun(() -> geocoder.locate(address), () -> new Geocode.Unanswered("not in time"));
      return () -> location(located.get()).or(() -> location(shipped.locate(address)));
    }

    private <T> Supplier<T> begun(Callable<T> lookup, Supplier<T> otherwise) {
      Future<T> answer = threads.submit(lookup);
      return () -> waited(answer).orElseGet(otherwise);
    }

    private <T> Optional<T> waited(Future<T> answer) {
      try {
        return Optional.of(answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS));
      } catch (TimeoutException | ExecutionException none) {
        answer.cancel(true);
        return Optional.empty();
      } catch (InterruptedException e) {
        answer.cancel(true);
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while a lead was validated", e);
      }
    }
  }

  private static Optional<Location> location(Geocode answer) {
    return answer instanceof Geocode.Found(Location location)
        ? Optional.of(location)
        : Optional.empty();
  }
}
