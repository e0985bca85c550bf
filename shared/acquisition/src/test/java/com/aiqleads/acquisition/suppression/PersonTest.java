package com.aiqleads.acquisition.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Phone;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PersonTest {

  private static final Phone PHONE = new Phone("+13059582368");

  @Test
  void isInAnAdvertisementThatNamesOneOfItsWays() {
    assertThat(with(PHONE).isIn(LeadFixtures.anAdvertisement())).isTrue();
    assertThat(with(new Phone("+13059582369")).isIn(LeadFixtures.anAdvertisement())).isFalse();
  }

  @Test
  void isInAnAdvertisementOfItsHomeThroughTheSameDoor() {
    assertThat(at(LeadFixtures.anAddress()).isIn(LeadFixtures.anAdvertisement())).isTrue();
    assertThat(
            at(new Address("1468 SW 22ND TER", "APT 2", "MIAMI", "FL", "33145"))
                .isIn(LeadFixtures.anAdvertisement()))
        .isFalse();
  }

  @Test
  void readsMailAddressesInAnyCase() {
    Person shouting =
        new Person(Set.of(), Set.of(new Email("Dana.Whitfield@Letterbox.Example")), Set.of());

    assertThat(shouting.isIn(LeadFixtures.anAdvertisement())).isTrue();
  }

  @Test
  void isKnownByOneToTwentyThings() {
    assertThatThrownBy(() -> new Person(Set.of(), Set.of(), Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new Person(phones(20), Set.of(), Set.of()).keys()).hasSize(20);
    assertThatThrownBy(() -> new Person(phones(21), Set.of(), Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void hidesItself() {
    assertThat(with(PHONE)).hasToString("somebody with 1 identifiers");
    assertThat(SuppressionKey.of(PHONE)).hasToString("phone ***");
    assertThat(with(PHONE).blockingKeys()).allMatch(key -> !key.toString().contains("958"));
  }

  private static Set<Phone> phones(int count) {
    return IntStream.range(0, count)
        .mapToObj(each -> new Phone("+1305958" + (2000 + each)))
        .collect(Collectors.toSet());
  }

  private static Person with(Phone phone) {
    return new Person(Set.of(phone), Set.of(), Set.of());
  }

  private static Person at(Address address) {
    return new Person(Set.of(), Set.of(), Set.of(address));
  }
}
