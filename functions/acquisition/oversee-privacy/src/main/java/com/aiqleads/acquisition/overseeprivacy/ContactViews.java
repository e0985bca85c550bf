package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.acquisition.contacting.Consent;
import com.aiqleads.acquisition.contacting.Scrub;
import com.aiqleads.kernel.Phone;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;

/// What is known of whether somebody may be contacted.
final class ContactViews {

  private ContactViews() {}

  /// A line of the ledger.
  @Serdeable
  record ConsentView(
      @Schema(description = "A phone number or a mail address") String who,
      String channel,
      @Schema(allowableValues = {"given", "revoked"}) String act,
      @Schema(description = "What was shown, or how it was taken back") String text,
      Instant at) {

    static ConsentView of(Consent consent) {
      return new ConsentView(
          consent.who().value(),
          consent.channel().id(),
          consent.act().name().toLowerCase(Locale.ROOT),
          consent.text(),
          consent.at());
    }
  }

  /// The last look at one list.
  @Serdeable
  record LookView(String phone, String list, boolean listed, Instant at) {

    static LookView of(Phone phone, Scrub look) {
      return new LookView(phone.e164(), look.list(), look.isListed(), look.at());
    }
  }
}
