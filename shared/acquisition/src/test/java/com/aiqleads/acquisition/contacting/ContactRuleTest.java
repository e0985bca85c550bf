package com.aiqleads.acquisition.contacting;

import static com.aiqleads.acquisition.contacting.Channel.AUTOMATIC_CALL;
import static com.aiqleads.acquisition.contacting.Channel.BULK_MAIL;
import static com.aiqleads.acquisition.contacting.Channel.MANUAL_CALL;
import static com.aiqleads.acquisition.contacting.Channel.PERSONAL_MAIL;
import static com.aiqleads.acquisition.contacting.Channel.TEXT_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.contacting.Consent.Act;
import com.aiqleads.acquisition.contacting.ContactRule.Decision;
import com.aiqleads.acquisition.contacting.ContactRule.Facts;
import com.aiqleads.acquisition.contacting.ContactRule.Refusal;
import com.aiqleads.acquisition.suppression.SuppressionKey;
import com.aiqleads.kernel.Phone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactRuleTest {

  /// Two in the afternoon in New York, one in Chicago.
  private static final Instant NOW = Instant.parse("2026-11-20T19:00:00Z");

  private static final Scrub FRESH = new Scrub("national", false, NOW.minus(Duration.ofDays(3)));
  private static final SuppressionKey PHONE = SuppressionKey.of(new Phone("+13059582368"));

  @Test
  void whoPublishedANumberIsCalledByAPersonOnly() {
    Decision decision = phone(Set.of(), FRESH);

    assertThat(decision.allowed()).containsExactly(MANUAL_CALL);
    assertThat(decision.refusals()).containsExactly(Refusal.NO_CONSENT);
  }

  @Test
  void consentOpensItsOwnChannelOnly() {
    assertThat(phone(Set.of(TEXT_MESSAGE), FRESH).allowed())
        .containsExactlyInAnyOrder(MANUAL_CALL, TEXT_MESSAGE);
    assertThat(phone(Set.of(TEXT_MESSAGE, AUTOMATIC_CALL, MANUAL_CALL), FRESH).refusals())
        .isEmpty();
  }

  @Test
  void nobodyIsCalledWhoWasNotLookedUp() {
    assertThat(phone(Set.of()).allowed()).isEmpty();
    assertThat(phone(Set.of()).refusals()).contains(Refusal.NEVER_SCRUBBED);
    assertThat(phone(Set.of(), new Scrub("fl", false, NOW)).refusals())
        .contains(Refusal.NEVER_SCRUBBED);
  }

  @ParameterizedTest
  @CsvSource({"2678399, true", "2678400, true", "2678401, false"})
  void aScrubIsGoodForThirtyOneDays(long seconds, boolean isGood) {
    Decision decision = phone(Set.of(), new Scrub("national", false, NOW.minusSeconds(seconds)));

    assertThat(decision.allowed().contains(MANUAL_CALL)).isEqualTo(isGood);
    assertThat(decision.refusals().contains(Refusal.SCRUB_STALE)).isEqualTo(!isGood);
  }

  @Test
  void aListedNumberIsCalledOnlyWithConsent() {
    Scrub listed = new Scrub("national", true, NOW);

    assertThat(phone(Set.of(), listed).refusals()).contains(Refusal.ON_A_LIST);
    assertThat(phone(Set.of(), listed).allowed()).isEmpty();
    assertThat(phone(Set.of(MANUAL_CALL), listed).allowed()).containsExactly(MANUAL_CALL);
    assertThat(phone(Set.of(), FRESH, new Scrub("fl", true, NOW)).allowed()).isEmpty();
  }

  @Test
  void suppressionIsStrongerThanConsent() {
    Facts facts = new Facts(true, Set.of(MANUAL_CALL, BULK_MAIL), List.of(FRESH), "FL");

    assertThat(ContactRule.forPhone(facts, NOW).allowed()).isEmpty();
    assertThat(ContactRule.forMail(facts).allowed()).isEmpty();
    assertThat(ContactRule.forMail(facts).refusals()).contains(Refusal.SUPPRESSED);
  }

  @Test
  void anAddressThatWasReadFromASiteGetsNoBulkMail() {
    assertThat(mail(Set.of()).allowed()).containsExactly(PERSONAL_MAIL);
    assertThat(mail(Set.of(BULK_MAIL)).allowed())
        .containsExactlyInAnyOrder(PERSONAL_MAIL, BULK_MAIL);
  }

  @ParameterizedTest
  @CsvSource({
    // In New York it is five hours earlier.
    "NY, 2026-11-20T12:59:59Z, false",
    "NY, 2026-11-20T13:00:00Z, true",
    "NY, 2026-11-21T01:59:59Z, true",
    "NY, 2026-11-21T02:00:00Z, false",
    // In summer four.
    "NY, 2026-07-20T12:00:00Z, true",
    // Florida is in two zones: open when it is time in both.
    "FL, 2026-11-20T13:59:59Z, false",
    "FL, 2026-11-20T14:00:00Z, true",
    "FL, 2026-11-21T02:00:00Z, false",
    "HI, 2026-11-20T18:00:00Z, true",
    "HI, 2026-11-20T17:59:59Z, false",
    // Where it is not known: time in New York and in Honolulu.
    "XX, 2026-11-20T17:59:59Z, false",
    "XX, 2026-11-20T18:00:00Z, true",
    "XX, 2026-11-21T02:00:00Z, false"
  })
  void callsFromEightToNineWhereTheHomeIs(String state, Instant now, boolean isOpen) {
    assertThat(CallingHours.isOpen(state, now)).isEqualTo(isOpen);
    Facts facts = new Facts(false, Set.of(), List.of(new Scrub("national", false, now)), state);
    assertThat(ContactRule.forPhone(facts, now).refusals().contains(Refusal.OUTSIDE_HOURS))
        .isEqualTo(!isOpen);
  }

  @Test
  void theLastWordOfTheLedgerCounts() {
    List<Consent> ledger = new ArrayList<>();
    Consents consents =
        new Consents() {
          @Override
          public void enter(Consent consent) {
            ledger.add(consent);
          }

          @Override
          public List<Consent> of(SuppressionKey who) {
            return ledger.stream().filter(one -> one.who().equals(who)).toList();
          }
        };
    consents.enter(new Consent(PHONE, TEXT_MESSAGE, Act.GIVEN, "Text me", "user", NOW));
    assertThat(consents.given(PHONE)).containsExactly(TEXT_MESSAGE);
    consents.enter(new Consent(PHONE, TEXT_MESSAGE, Act.REVOKED, "said stop", "user", NOW));
    assertThat(consents.given(PHONE)).isEmpty();
    consents.enter(new Consent(PHONE, TEXT_MESSAGE, Act.GIVEN, "again", "user", NOW));
    assertThat(consents.given(PHONE)).containsExactly(TEXT_MESSAGE);
  }

  @Test
  void channelsHaveNames() {
    assertThat(Channel.find("bulk_mail")).contains(BULK_MAIL);
    assertThat(Channel.find("pigeon")).isEmpty();
    assertThat(Refusal.SCRUB_STALE.text()).contains("too long ago");
  }

  private static Decision phone(Set<Channel> consents, Scrub... scrubs) {
    return ContactRule.forPhone(new Facts(false, consents, List.of(scrubs), "FL"), NOW);
  }

  private static Decision mail(Set<Channel> consents) {
    return ContactRule.forMail(new Facts(false, consents, List.of(), "FL"));
  }
}
