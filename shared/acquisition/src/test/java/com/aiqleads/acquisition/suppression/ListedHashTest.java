package com.aiqleads.acquisition.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.suppression.SuppressionKey.Kind;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Phone;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ListedHashTest {

  /// The two phone numbers are those that descriptions of the lists give as examples.
  @Test
  void ofAPhoneNumberItsLastTenDigitsCount() {
    assertThat(ListedHash.of(SuppressionKey.of(new Phone("+14155559317"))))
        .contains(new ListedHash(Kind.PHONE, "vGM7y5n+hBXRSEAklhHDPCbysyNgYTmXdMcagGUOY8E="));
    assertThat(ListedHash.of(SuppressionKey.of(new Phone("+84901234567"))))
        .contains(new ListedHash(Kind.PHONE, "ptzVkgbv9DonwvPCHmXmJ2SEOaolSh37z3ZzY/Gmm+U="));
  }

  @Test
  void aMailAddressIsHashedInLowerCaseWithItsDotsAndTags() {
    assertThat(ListedHash.of(SuppressionKey.of(new Email("Dana.W+x@Letterbox.example"))))
        .isEqualTo(ListedHash.of(SuppressionKey.of(new Email("dana.w+x@letterbox.example"))))
        .isNotEqualTo(ListedHash.of(SuppressionKey.of(new Email("danaw@letterbox.example"))));
  }

  @Test
  void ofAnAdvertisementListsSayNothing() {
    assertThat(ListedHash.of(SuppressionKey.of(new ListingId(new UUID(1, 2))))).isEmpty();
  }

  @Test
  void isAHashOfAHashsFormAndHidesIt() {
    assertThatThrownBy(() -> new ListedHash(Kind.PHONE, "4155559317"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("4155559317");
    assertThat(ListedHash.of(SuppressionKey.of(new Phone("+14155559317"))).orElseThrow())
        .hasToString("phone ***");
  }
}
