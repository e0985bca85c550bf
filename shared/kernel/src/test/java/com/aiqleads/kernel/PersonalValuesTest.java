package com.aiqleads.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class PersonalValuesTest {

  @Test
  void hidesAMailAddressInItsText() {
    Email email = new Email("Jo.Doe@Example.COM");

    assertThat(email).hasToString("***@example.com");
    assertThat(email.address()).isEqualTo("Jo.Doe@example.com");
    assertThat(email.domain()).isEqualTo("example.com");
  }

  @Test
  void refusesWhatIsNoMailAddress() {
    String tooLong = "a".repeat(64) + "@" + "b".repeat(186) + ".com";
    for (String text : List.of("", "jo", "jo@", "@example.com", "jo@host", "a b@c.de", tooLong)) {
      assertThatIllegalArgumentException().as(text).isThrownBy(() -> new Email(text));
    }
  }

  @Test
  void acceptsTheLongestMailAddress() {
    String longest = "a".repeat(64) + "@" + "b".repeat(185) + ".com";

    assertThat(new Email(longest).address()).hasSize(254);
  }

  @Test
  void hidesAPhoneNumberInItsText() {
    assertThat(new Phone("+13055550123")).hasToString("***23");
  }

  @Test
  void refusesWhatIsNoPhoneNumber() {
    for (String text : List.of("", "3055550123", "+0123456789", "+1", "+1234567890123456")) {
      assertThatIllegalArgumentException().as(text).isThrownBy(() -> new Phone(text));
    }
  }
}
