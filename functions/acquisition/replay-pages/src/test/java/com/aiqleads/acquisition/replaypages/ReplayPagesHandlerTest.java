package com.aiqleads.acquisition.replaypages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.fetching.Snapshots;
import com.aiqleads.acquisition.parsing.MendedFsbo;
import com.aiqleads.acquisition.parsing.PageParser;
import com.aiqleads.acquisition.parsing.PageParsers;
import com.aiqleads.acquisition.parsing.Pages;
import com.aiqleads.acquisition.replaying.InMemoryKeptReadings;
import com.aiqleads.acquisition.replaying.KeptPage;
import com.aiqleads.acquisition.replaying.KeptReading;
import com.aiqleads.acquisition.replaying.KeptReadings;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.PageId;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.TestFunction;
import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayPagesHandlerTest {

  private static final byte[] PAGE =
      Pages.text("fsbo-current.html").getBytes(StandardCharsets.UTF_8);
  private static final byte[] DRIFTED = MendedFsbo.page(7, true).getBytes(StandardCharsets.UTF_8);
  private static final String DAY =
      "'source':'fsbo','from':'2026-11-19T00:00:00Z','to':'2026-11-20T00:00:00Z'";

  private final ApplicationContext context =
      TestFunction.start("acquisition", "replay-pages", new FakeQueues(), Map.of());
  private final InMemoryKeptReadings readings = new InMemoryKeptReadings();

  @BeforeEach
  void keepAPage() {
    context.registerSingleton(KeptReadings.class, readings);
    context.registerSingleton(
        Snapshots.class, key -> Optional.of(key.equals("fsbo/drifted") ? DRIFTED : PAGE));
    KeptPage page =
        new KeptPage(
            new PageId(Ids.derived("page", "1")),
            "fsbo",
            "miami-fl",
            Pages.FSBO_URL,
            "fsbo/key",
            Pages.FETCHED_AT);
    KeptReading now = KeptReading.of(page, "fsbo-1", page.read(Source.FSBO, PAGE));
    TreeMap<String, String> before = new TreeMap<>(now.fields());
    before.replaceAll((path, value) -> path.endsWith("contact.name") ? "Somebody" : value);
    readings.keep(new KeptReading(page, "fsbo-1", before));
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void startsAsDeployed() throws IOException {
    try (ReplayPagesHandler deployed = new ReplayPagesHandler()) {
      assertThat(deployed.getApplicationContext().isRunning()).isTrue();
    }
  }

  @Test
  void printsWhatDiffersTheSameTwice() {
    String first = asked(DAY);

    assertThat(first)
        .contains("\"pages\":1", "\"changed\":1", "\"contact.name\":1", "*** (8)", "*** (14)")
        .doesNotContain("Whitfield", "Somebody");
    assertThat(asked(DAY)).isEqualTo(first);
    assertThat(asked(DAY + ",'personal':true")).contains("Dana Whitfield", "Somebody");
  }

  @Test
  void printsFieldByFieldWhatAMendedParserFindsOnADriftedPage() {
    KeptPage page =
        new KeptPage(
            new PageId(Ids.derived("page", "drifted")),
            "fsbo",
            "denver-co",
            MendedFsbo.url(7),
            "fsbo/drifted",
            Pages.FETCHED_AT);
    String old = PageParser.of(Source.FSBO).version();
    readings.keep(KeptReading.of(page, old, page.read(Source.FSBO, DRIFTED)));
    context.registerSingleton(PageParsers.class, _ -> new MendedFsbo());

    String report = asked(DAY + ",'market':'denver-co'");

    assertThat(report)
        .contains("\"pages\":1", "\"changed\":1", "\"listing.price.minorUnits\":1")
        .contains("listing.price.minorUnits", "65990000");
    assertThat(asked(DAY + ",'market':'denver-co','before':'" + old + "'")).isEqualTo(report);
  }

  @Test
  void keepsWhatItReadIfItIsTold() {
    asked(DAY + ",'keep':true,'maxPages':1");

    assertThat(readings.all())
        .extracting(KeptReading::parserVersion)
        .containsExactly("fsbo-1", PageParser.of(Source.FSBO).version());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"source\":\"myspace\" | source must be one of",
        "\"source\":\"fsbo\" | from must be a moment",
        "\"source\":\"fsbo\",\"from\":\"2026-11-19T00:00:00Z\",\"to\":\"now\" | to must be a moment",
        "\"maxPages\":0 | maxPages must be 1 to 100000",
        "\"maxPages\":100001 | maxPages must be 1 to 100000"
      })
  void saysWhichValueIsWrong(String request, String message) {
    String whole = request.contains("maxPages") ? DAY + "," + request : request;

    assertThatThrownBy(() -> asked(whole)).hasMessageContaining(message);
  }

  private String asked(String request) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    String body = ("{" + request + "}").replace('\'', '"');
    try {
      new ReplayPagesHandler(context)
          .handleRequest(
              new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
              answer,
              new FakeInvocation(Duration.ofMinutes(10)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return answer.toString(StandardCharsets.UTF_8);
  }
}
