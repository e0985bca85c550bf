package com.aiqleads.marketplace.managedeliveries;

import com.aiqleads.lambda.http.Fields;
import com.aiqleads.marketplace.delivery.AccessKey;
import com.aiqleads.marketplace.delivery.Destination;
import com.aiqleads.marketplace.delivery.Destination.FollowUpBoss;
import com.aiqleads.marketplace.delivery.Destination.HubSpot;
import com.aiqleads.marketplace.delivery.Destination.Kind;
import com.aiqleads.marketplace.delivery.Destination.Mailbox;
import com.aiqleads.marketplace.delivery.Destination.Salesforce;
import com.aiqleads.marketplace.delivery.Destination.Webhook;
import com.aiqleads.marketplace.delivery.EndpointAddress;
import com.aiqleads.marketplace.delivery.EndpointId;
import com.aiqleads.marketplace.delivery.SigningSecret;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A destination as it is asked for. It may hold a key: its text form says nothing.
@Serdeable
record EndpointRequest(
    @Nullable
        @Schema(
            description = "A webhook, if nothing is said.",
            allowableValues = {"webhook", "hubspot", "follow_up_boss", "salesforce", "email"})
        String kind,
    @Nullable
        @Schema(
            format = "uri",
            maxLength = EndpointAddress.MOST_CHARACTERS,
            description =
                "Of a webhook, or of an organisation of Salesforce"
                    + " (`https://….my.salesforce.com`), or of mail, `mailto:` and the address or"
                    + " the address alone. The others have one place.")
        String address,
    @Nullable
        @Schema(
            format = "password",
            maxLength = AccessKey.MOST_CHARACTERS,
            description = "The consumer key of the app in Salesforce.")
        String client,
    @Nullable
        @Schema(
            format = "password",
            maxLength = AccessKey.MOST_CHARACTERS,
            description =
                "HubSpot's access token of a private app, Follow Up Boss's API key, or the consumer"
                    + " secret of the app in Salesforce. It is never shown again.")
        String key) {

  private static final String KEY_RULE =
      "must be the key as the system shows it, of at most "
          + AccessKey.MOST_CHARACTERS
          + " characters";

  /// Whatever is said has its form, whether this kind wants it or not.
  void mustBeFormed(boolean onLaptop) {
    Fields fields = new Fields();
    Kind asked =
        kind == null
            ? Kind.WEBHOOK
            : fields
                .require("kind", kind, EndpointRequest::kind, "must be a kind")
                .orElse(Kind.WEBHOOK);
    if (isSaid(address)) {
      address(fields, asked, onLaptop);
    }
    if (isSaid(client)) {
      fields.require("client", client, AccessKey::new, KEY_RULE);
    }
    if (isSaid(key)) {
      fields.require("key", key, AccessKey::new, KEY_RULE);
    }
    fields.throwIfAnyIsWrong();
  }

  private static boolean isSaid(@Nullable String text) {
    return text != null && !text.isEmpty();
  }

  Destination checked(EndpointId id, boolean onLaptop) {
    mustBeFormed(onLaptop);
    Fields fields = new Fields();
    Kind asked = kind == null ? Kind.WEBHOOK : kind(kind);
    Optional<URI> at = address(fields, asked, onLaptop);
    if (asked == Kind.EMAIL) {
      fields.throwIfAnyIsWrong();
      return Mailbox.asked(id, at.orElseThrow());
    }
    return opened(fields, asked, at);
  }

  /// The same destination with what lets us in from now on; of a mail address that is nothing.
  Optional<Destination> renewed(Kind known, URI at) {
    return known == Kind.EMAIL
        ? Optional.empty()
        : Optional.of(opened(new Fields(), known, Optional.of(at)));
  }

  private Optional<URI> address(Fields fields, Kind asked, boolean onLaptop) {
    String text = address == null ? "" : address;
    if (text.isEmpty() && asked.home().isPresent()) {
      return asked.home();
    }
    return fields.require(
        "address", text, it -> EndpointAddress.of(asked, it, onLaptop), rule(asked));
  }

  private static String rule(Kind asked) {
    return switch (asked) {
      case SALESFORCE -> "must be https://, the name of your organisation and .my.salesforce.com";
      case EMAIL -> "must be a mail address";
      case WEBHOOK, HUBSPOT, FOLLOW_UP_BOSS ->
          "must be an https address of a server with a name, of at most "
              + EndpointAddress.MOST_CHARACTERS
              + " characters";
    };
  }

  private Destination opened(Fields fields, Kind asked, Optional<URI> at) {
    Optional<AccessKey> secret =
        asked == Kind.WEBHOOK
            ? Optional.empty()
            : fields.require("key", key, AccessKey::new, KEY_RULE);
    Optional<AccessKey> app =
        asked == Kind.SALESFORCE
            ? fields.require("client", client, AccessKey::new, KEY_RULE)
            : Optional.empty();
    fields.throwIfAnyIsWrong();
    URI place = at.orElseThrow();
    return switch (asked) {
      case EMAIL -> throw new IllegalStateException("nothing lets us into a mail address");
      case WEBHOOK -> new Webhook(place, SigningSecret.fresh());
      case HUBSPOT -> new HubSpot(place, secret.orElseThrow());
      case FOLLOW_UP_BOSS -> new FollowUpBoss(place, secret.orElseThrow());
      case SALESFORCE -> new Salesforce(place, app.orElseThrow(), secret.orElseThrow());
    };
  }

  private static Kind kind(String text) {
    return Arrays.stream(Kind.values())
        .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(IllegalArgumentException::new);
  }

  @Override
  public String toString() {
    return "EndpointRequest[" + kind + "]";
  }
}
