package com.aiqleads.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class IdsTest {

  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2026-11-01T12:00:00Z"));

  @Property
  void readsBackEveryId(@ForAll long high, @ForAll long low) {
    LeadId id = new LeadId(new UUID(high, low));

    assertThat(LeadId.parse(id.text())).isEqualTo(id);
    assertThat(id.text()).matches("lead_[0-9A-HJKMNP-TV-Z]{26}");
  }

  @Property
  void sortsIdsByTimeOfBirth(
      @ForAll @LongRange(min = 0, max = 1L << 46) long earlier,
      @ForAll @LongRange(min = 1, max = 1L << 40) long later) {
    UUID first = Ids.next(InstantSource.fixed(Instant.ofEpochMilli(earlier)));
    UUID second = Ids.next(InstantSource.fixed(Instant.ofEpochMilli(earlier + later)));

    assertThat(new LeadId(first).text()).isLessThan(new LeadId(second).text());
  }

  @Test
  void marksNewIdsAsVersion7() {
    UUID id = Ids.next(NOON);

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id).isNotEqualTo(Ids.next(NOON));
  }

  @Test
  void derivesTheSameIdFromTheSameParts() {
    UUID id = Ids.derived("listing", "fsbo", "546001");

    assertThat(id).isEqualTo(Ids.derived("listing", "fsbo", "546001"));
    assertThat(id).isNotEqualTo(Ids.derived("listing", "fsbo5", "46001"));
    assertThat(id.version()).isEqualTo(8);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void givesEachKindOfIdItsOwnPrefix() {
    List<Function<UUID, Id>> kinds =
        List.of(
            CorrelationId::new,
            EventId::new,
            LeadId::new,
            ListingId::new,
            OfferId::new,
            PageId::new,
            TeamId::new,
            UserId::new);

    List<String> prefixes =
        kinds.stream().map(kind -> kind.apply(Ids.next(NOON)).prefix()).toList();

    assertThat(prefixes)
        .containsExactly("cor", "evt", "lead", "lst", "offer", "page", "team", "user");
  }

  @Test
  void readsEachKindOfIdBack() {
    UUID value = Ids.next(NOON);

    Stream.of(
            CorrelationId.parse(new CorrelationId(value).toString()),
            EventId.parse(new EventId(value).toString()),
            LeadId.parse(new LeadId(value).toString()),
            ListingId.parse(new ListingId(value).toString()),
            OfferId.parse(new OfferId(value).toString()),
            PageId.parse(new PageId(value).toString()),
            TeamId.parse(new TeamId(value).toString()),
            UserId.parse(new UserId(value).toString()))
        .forEach(id -> assertThat(id.value()).isEqualTo(value));
  }

  @Test
  void readsLowerCase() {
    LeadId id = new LeadId(Ids.next(NOON));
    String digits = id.text().substring("lead_".length());

    assertThat(LeadId.parse("lead_" + digits.toLowerCase(java.util.Locale.ROOT))).isEqualTo(id);
  }

  @Test
  void refusesTextsOfNoId() {
    String user = new UserId(Ids.next(NOON)).text();

    for (String text :
        List.of(
            "",
            "lead_",
            user,
            "lead_0123",
            "lead_" + "U".repeat(26),
            "lead_8" + "0".repeat(25),
            "lead_" + "é".repeat(26))) {
      assertThatIllegalArgumentException().as(text).isThrownBy(() -> LeadId.parse(text));
    }
  }
}
