package com.aiqleads.marketplace.managewallet;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.http.Fields;
import com.aiqleads.marketplace.wallet.Grant;
import com.aiqleads.marketplace.wallet.TransferId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = {"team", "amount", "note"})
record GiftRequest(
    @Nullable String team,
    @Schema(description = "At most 10,000.00 USD") @Nullable Money amount,
    @Schema(description = "Why, as the team reads it", minLength = 1, maxLength = 200)
        @Nullable String note,
    @Schema(
            description =
                "Taken back after so many days, as far as it is not spent; never if not said")
        @Nullable Integer days) {

  private static final Money MOST = Money.usd(10_000_00);
  private static final int MAX_NOTE = 200;
  private static final int MAX_DAYS = 3_660;

  record Gift(TeamId team, Grant grant) {}

  Gift checked(TransferId id, Instant now) {
    Fields fields = new Fields();
    Optional<TeamId> receiver =
        fields.require("team", team, TeamId::parse, "must be the id of a team");
    Optional<String> why =
        fields.require("note", note, GiftRequest::note, "must be 1 to 200 characters");
    if (!isPossible(amount)) {
      fields.refuse("amount", "must be more than nothing and at most " + MOST);
    }
    if (days != null && (days < 1 || days > MAX_DAYS)) {
      fields.refuse("days", "must be 1 to " + MAX_DAYS);
    }
    fields.throwIfAnyIsWrong();
    Optional<Instant> until = Optional.ofNullable(days).map(it -> now.plus(Duration.ofDays(it)));
    return new Gift(
        receiver.orElseThrow(),
        new Grant(
            id,
            Grant.Kind.GIFT,
            Objects.requireNonNull(amount),
            Grant.USUAL_PRIORITY,
            until,
            why.orElseThrow()));
  }

  private static boolean isPossible(@Nullable Money amount) {
    return amount != null
        && amount.currency().equals(MOST.currency())
        && amount.minorUnits() > 0
        && amount.compareTo(MOST) <= 0;
  }

  private static String note(String text) {
    if (text.isBlank() || text.length() > MAX_NOTE || text.chars().anyMatch(sign -> sign < ' ')) {
      throw new IllegalArgumentException("no note");
    }
    return text;
  }
}
