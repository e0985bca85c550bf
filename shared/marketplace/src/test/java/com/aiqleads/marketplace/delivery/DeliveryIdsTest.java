package com.aiqleads.marketplace.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.kernel.Ids;
import org.junit.jupiter.api.Test;

class DeliveryIdsTest {

  @Test
  void idsAreReadBack() {
    DeliveryId delivery = new DeliveryId(Ids.derived("delivery"));
    EndpointId endpoint = new EndpointId(Ids.derived("endpoint"));

    assertThat(DeliveryId.parse(delivery.toString())).isEqualTo(delivery);
    assertThat(EndpointId.parse(endpoint.toString())).isEqualTo(endpoint);
  }

  @Test
  void oneIsNotTheOther() {
    String delivery = new DeliveryId(Ids.derived("delivery")).text();

    assertThatThrownBy(() -> EndpointId.parse(delivery))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
