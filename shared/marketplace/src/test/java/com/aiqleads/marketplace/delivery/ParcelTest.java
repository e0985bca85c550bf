package com.aiqleads.marketplace.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.TeamId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParcelTest {

  @Test
  void isSignedWithWhatItWasTakenWith() {
    List<SigningSecret> secrets = new ArrayList<>(List.of(SigningSecret.fresh()));
    Parcel parcel =
        new Parcel(
            new DeliveryId(Ids.derived("delivery")),
            new TeamId(Ids.derived("team")),
            1,
            0,
            URI.create("https://crm.example/"),
            secrets,
            Optional.empty());

    secrets.clear();

    assertThat(parcel.secrets()).hasSize(1);
  }
}
