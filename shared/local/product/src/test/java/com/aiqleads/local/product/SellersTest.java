package com.aiqleads.local.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.local.product.Sellers.Value.Kind;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SellersTest {

  private static final Sellers SELLERS =
      Sellers.of(
          "lead_1",
          "1468 SW 22nd Ter",
          new JsonMapper()
              .createObjectNode()
              .put("name", "Dana Whitfield")
              .set("emails", new JsonMapper().createArrayNode().add("dana.w@letterbox.example")));

  private static final Sellers CALLED =
      Sellers.of(
          "lead_1",
          "",
          new JsonMapper()
              .createObjectNode()
              .set("phones", new JsonMapper().createArrayNode().add("+13059582368")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+13059582368",
        "tel:0013059582368",
        "(305) 958-2368",
        "305.958.2368",
        "1 305 958 2368",
        "3059582368",
        "at 7 305-958-2368",
        "%28305%29%20958-2368",
        "305&#45;958&#x2d;2368",
        "\\u0033059582368"
      })
  void findANumberInAnyForm(String text) {
    assertThat(CALLED.kindsIn("{\"x\":\"" + text + "\"}", "lead_1")).containsExactly(Kind.PHONE);
  }

  @ParameterizedTest
  @CsvSource({
    "Ask for DANA  whitfield., NAME",
    "dana-whitfield, NAME",
    "Dana.W@Letterbox.example, MAIL",
    "dana.w%40letterbox.example, MAIL",
    "dana.w&#64;letterbox.example, MAIL",
    "at 1468 Southwest 22 Terrace #4, STREET",
    "1468-sw-22nd-ter, STREET",
    "\\n1468 SW 22nd Ter, STREET"
  })
  void findASellerInAnyForm(String text, Kind kind) {
    assertThat(SELLERS.kindsIn("{\"x\":\"" + text + "\"}", "lead_1")).containsExactly(kind);
  }

  @Test
  void findWhatIsWrittenInBase64() {
    String coded =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("next after Dana Whitfield".getBytes(StandardCharsets.UTF_8));

    assertThat(SELLERS.kindsIn("{\"next\":\"" + coded + "\"}", "lead_1"))
        .containsExactly(Kind.NAME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dana, and Mr. Whitfield",
        "1468 NW 22nd Ter",
        "2 305, 958, 2368",
        "93059582368417",
        "SW 22nd Ter",
        "letterbox.example"
      })
  void findNothingElse(String text) {
    assertThat(SELLERS.in(text, Set.of())).isEmpty();
    assertThat(CALLED.in(text, Set.of())).isEmpty();
  }

  @Test
  void leaveOutWhatIsOwned() {
    assertThat(SELLERS.in("Dana Whitfield", Set.of("lead_2"))).hasSize(1);
    assertThat(SELLERS.in("Dana Whitfield", Set.of("lead_1"))).isEmpty();
  }
}
