package com.aiqleads.local.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The running product is well, and says so.
@Order(4)
class HealthTest {

  @RegisterExtension static final SharedProduct product = new SharedProduct();

  private static final String SUPPORT = "support@aiqleads.example";

  private static final Map<String, String> WELL =
      Map.of(
          "postgresql", "reached",
          "dynamodb", "reached",
          "s3", "reached",
          "sqs", "reached",
          "opensearch", "reached");

  @Test
  void reachesEveryStore() {
    SharedProduct.await("every store", () -> stores().equals(WELL));

    assertThat(product.api().json("/health").path("up").asBoolean()).isTrue();
  }

  @Test
  void tellsOperatorsOnlyOfTheStores() {
    assertThat(product.api().get("/health/stores").statusCode()).isEqualTo(401);
    assertThat(product.api().as(SharedProduct.BUYER).get("/health/stores").statusCode())
        .isEqualTo(403);
  }

  private static Map<String, String> stores() {
    Map<String, String> states = new TreeMap<>();
    for (JsonNode store : product.api().as(SUPPORT).json("/health/stores").path("stores")) {
      states.put(store.path("name").asText(), store.path("state").asText());
    }
    return states;
  }
}
