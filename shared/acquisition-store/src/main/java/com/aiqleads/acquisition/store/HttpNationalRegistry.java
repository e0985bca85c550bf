package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.contacting.AreaCode;
import com.aiqleads.acquisition.contacting.AreaList;
import com.aiqleads.acquisition.contacting.AreaList.NoAreaList;
import com.aiqleads.acquisition.contacting.NationalRegistry;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/// Full lists as the registry gives them to people, in a folder of the web: `305.zip` with one flat
/// file of rows such as `305,5550123`. When it was given is the folder's word (`Last-Modified`).
/// Redirects are not followed: they would carry the password away.
final class HttpNationalRegistry implements NationalRegistry, AutoCloseable {

  private static final Duration MAX_CONNECT = Duration.ofSeconds(5);
  private static final int MAX_ROWS = 10_000_000;
  private static final int MAX_ROW_CHARACTERS = 32;

  /// What the secret says once an operator has filled it; it is made with random content.
  @Serdeable
  record Settings(@Nullable URI folder, @Nullable String user, @Nullable String password) {}

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(Redirect.NEVER)
          .connectTimeout(MAX_CONNECT)
          .build();
  private final Supplier<String> secret;
  private final ObjectMapper json;
  private final InstantSource clock;
  private final Duration limit;

  HttpNationalRegistry(Supplier<String> secret, ObjectMapper json, InstantSource clock) {
    this(secret, json, clock, MAX_ANSWER);
  }

  HttpNationalRegistry(
      Supplier<String> secret, ObjectMapper json, InstantSource clock, Duration limit) {
    this.secret = secret;
    this.json = json;
    this.clock = clock;
    this.limit = limit;
  }

  @Override
  public boolean isOn() {
    return settings().isPresent();
  }

  @Override
  public Answer list(AreaCode area) {
    Optional<Settings> settings = settings();
    if (settings.isEmpty()) {
      return new Withheld(Reason.OFF);
    }
    Instant asked = clock.instant();
    try {
      HttpResponse<InputStream> answer =
          client.send(request(settings.get(), area), BodyHandlers.ofInputStream());
      Duration left = limit.minus(Duration.between(asked, clock.instant()));
      try (InputStream body = answer.body();
          Deadline deadline = new Deadline(body, left)) {
        Answer said = answer(area, answer.statusCode(), body, version(answer.headers()));
        return deadline.isOver() ? new Withheld(Reason.UNREACHED) : said;
      }
    } catch (IOException _) {
      return new Withheld(Reason.UNREACHED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the registry was asked", e);
    }
  }

  private static Answer answer(
      AreaCode area, int status, InputStream body, Optional<Instant> version) {
    return switch (status) {
      case 200 -> read(area, body, version);
      case 404 -> new Withheld(Reason.NOT_SUBSCRIBED);
      case 429 -> new Withheld(Reason.TOO_SOON);
      default -> new Withheld(Reason.UNREACHED);
    };
  }

  private HttpRequest request(Settings settings, AreaCode area) {
    String login = settings.user() + ":" + settings.password();
    return HttpRequest.newBuilder(
            URI.create(
                String.valueOf(settings.folder()).replaceFirst("/$", "")
                    + "/"
                    + area.digits()
                    + ".zip"))
        .header("Accept", "application/zip")
        .header(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
        .timeout(limit)
        .build();
  }

  /// A list that does not say how old it is might be of any age.
  private Optional<Instant> version(HttpHeaders headers) {
    try {
      return headers
          .firstValue("last-modified")
          .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
          .filter(at -> !at.isAfter(clock.instant()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /// An archive that is cut off ends in the middle of its file, or does not have its sum. One with
  /// a second file has numbers that nobody would have read.
  private static Answer read(AreaCode area, InputStream body, Optional<Instant> version) {
    if (version.isEmpty()) {
      return new Withheld(Reason.UNREADABLE);
    }
    AreaList list = new AreaList(area, version.get());
    try (ZipInputStream zip = new ZipInputStream(body)) {
      if (zip.getNextEntry() == null) {
        return new Withheld(Reason.UNREADABLE);
      }
      rows(new BufferedReader(new InputStreamReader(zip, StandardCharsets.US_ASCII)), list);
      return zip.getNextEntry() == null ? new Given(list) : new Withheld(Reason.UNREADABLE);
    } catch (IOException | NoAreaList _) {
      return new Withheld(Reason.UNREADABLE);
    }
  }

  private static void rows(BufferedReader lines, AreaList list) throws IOException, NoAreaList {
    int rows = 0;
    for (String row = lines.readLine(); row != null; row = lines.readLine()) {
      if (row.length() > MAX_ROW_CHARACTERS || ++rows > MAX_ROWS) {
        throw new IOException("no list of one area is as long");
      }
      list.add(row.strip());
    }
  }

  private Optional<Settings> settings() {
    String text = secret.get();
    if (!text.stripLeading().startsWith("{")) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(json.readValue(text, Settings.class))
          .filter(read -> read.folder() != null && read.user() != null && read.password() != null);
    } catch (IOException _) {
      // Without its cause, which may quote the secret.
      throw new IllegalStateException("the secret do-not-call-lists cannot be read");
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
