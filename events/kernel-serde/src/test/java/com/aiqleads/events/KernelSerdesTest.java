package com.aiqleads.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.EventId;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.OfferId;
import com.aiqleads.kernel.PageId;
import com.aiqleads.kernel.Phone;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelSerdesTest {

  private static final ApplicationContext CONTEXT = ApplicationContext.run();
  private static final UUID SOME = UUID.fromString("0190a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b");

  private final ObjectMapper json = CONTEXT.getBean(ObjectMapper.class);

  @Serdeable
  record Ids(
      CorrelationId correlationId,
      EventId eventId,
      LeadId leadId,
      ListingId listingId,
      OfferId offerId,
      PageId pageId,
      TeamId teamId,
      UserId userId) {}

  @Serdeable
  record Sale(Money price, GeoPoint place, Email email, Phone phone) {}

  @Serdeable
  record Maybe(Optional<Phone> phone, List<String> notes) {}

  @AfterAll
  static void close() {
    CONTEXT.close();
  }

  @Test
  void writesIdsAsTheirText() throws IOException {
    Ids ids =
        new Ids(
            new CorrelationId(SOME),
            new EventId(SOME),
            new LeadId(SOME),
            new ListingId(SOME),
            new OfferId(SOME),
            new PageId(SOME),
            new TeamId(SOME),
            new UserId(SOME));

    String text = json.writeValueAsString(ids);

    assertThat(text).contains("\"leadId\":\"lead_").contains("\"listingId\":\"lst_");
    assertThat(json.readValue(text, Ids.class)).isEqualTo(ids);
  }

  @Test
  void writesMoneyPlaceAndAddresses() throws IOException {
    Sale sale =
        new Sale(
            Money.usd(12345),
            new GeoPoint(25.76, -80.19),
            new Email("ann@example.com"),
            new Phone("+13055550123"));

    String text = json.writeValueAsString(sale);

    assertThat(text)
        .isEqualTo(
            """
            {"price":{"minorUnits":12345,"currency":"USD"},\
            "place":{"latitude":25.76,"longitude":-80.19},\
            "email":"ann@example.com","phone":"+13055550123"}""");
    assertThat(json.readValue(text, Sale.class)).isEqualTo(sale);
  }

  @Test
  void leavesOutWhatIsAbsentAndWritesWhatIsEmpty() throws IOException {
    Maybe nothing = new Maybe(Optional.empty(), List.of());

    String text = json.writeValueAsString(nothing);

    assertThat(text).isEqualTo("{\"notes\":[]}");
    assertThat(json.readValue(text, Maybe.class)).isEqualTo(nothing);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"minorUnits\":1}",
        "{\"minorUnits\":1.5,\"currency\":\"USD\"}",
        "{\"minorUnits\":9223372036854775808,\"currency\":\"USD\"}",
        "{\"currency\":\"USD\"}",
        "{\"minorUnits\":1,\"currency\":\"QQQ\"}",
        "{\"minorUnits\":1,\"currency\":\"USD\",\"more\":1}",
        "{\"minorUnits\":\"much\",\"currency\":\"USD\"}"
      })
  void refusesWhatIsNoMoney(String text) {
    assertThatThrownBy(() -> json.readValue(text, Money.class)).isInstanceOf(IOException.class);
  }

  @Test
  void refusesAPlaceOffTheEarth() {
    assertThatThrownBy(() -> json.readValue("{\"latitude\":91,\"longitude\":0}", GeoPoint.class))
        .hasMessageContaining("not on the earth");
  }

  @Test
  void refusesTheIdOfAnotherKind() {
    String text = "\"" + new UserId(SOME).text() + "\"";

    assertThatThrownBy(() -> json.readValue(text, TeamId.class))
        .hasMessageContaining("starts with team_");
  }

  @Test
  void providesItsDefaultsOnceAndReadsNoFiles() {
    JsonDefaults defaults = new JsonDefaults();

    assertThat(defaults.getExtensions()).isEmpty();
    assertThat(defaults.read("any", InputStream.nullInputStream())).isEmpty();
  }
}
