package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void countsRoomsAsPeopleDo() {
    assertThat(property(1, 1)).isEqualTo("Condo · 1 bed · 1 bath");
    assertThat(property(3, 2)).isEqualTo("Condo · 3 beds · 2 baths");
  }

  @Test
  void listsAsPeopleDo() {
    assertThat(Words.listed(List.of())).isEmpty();
    assertThat(Words.listed(List.of("fsbo"))).isEqualTo("fsbo");
    assertThat(Words.listed(List.of("fsbo", "zillow"))).isEqualTo("fsbo and zillow");
    assertThat(Words.listed(List.of("fsbo", "zillow", "facebook")))
        .isEqualTo("fsbo, zillow and facebook");
  }

  private static String property(int bedrooms, int bathrooms) {
    return Words.property(
        JsonNode.createObjectNode(
            Map.of(
                "type", JsonNode.createStringNode("condo"),
                "bedrooms", JsonNode.createNumberNode(bedrooms),
                "bathrooms", JsonNode.createNumberNode(bathrooms))));
  }
}
