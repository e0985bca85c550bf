package com.aiqleads.platform.manageaccount;

import com.aiqleads.platform.Role;
import com.aiqleads.platform.SecondFactor;
import com.aiqleads.platform.SecondFactor.Enrolled;
import com.aiqleads.platform.SecondFactor.None;
import com.aiqleads.platform.SecondFactor.Offered;
import com.aiqleads.platform.SecondFactorRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;

/// What is told about a second factor.
final class SecondFactorViews {

  private SecondFactorViews() {}

  @Serdeable
  record StateView(
      boolean enrolled,
      @Schema(description = "Whether the roles of the caller need one") boolean forced,
      int recoveryCodesLeft) {

    static StateView of(SecondFactor factor, Set<Role> roles) {
      boolean forced = SecondFactorRule.isForced(roles);
      return switch (factor) {
        case None _, Offered _ -> new StateView(false, forced, 0);
        case Enrolled enrolled -> new StateView(true, forced, enrolled.recoveryCodesLeft());
      };
    }
  }

  @Serdeable
  record OfferView(
      @Schema(description = "To type into an authenticator app") String secret,
      @Schema(description = "The same as a link for apps", example = "otpauth://totp/…")
          String address) {

    @Override
    public String toString() {
      return "OfferView[***]";
    }
  }

  @Serdeable
  record EnrolledView(List<String> recoveryCodes) {

    @Override
    public String toString() {
      return "EnrolledView[***]";
    }
  }
}
