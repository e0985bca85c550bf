package com.aiqleads.marketplace.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Ids;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

  @ParameterizedTest
  @ValueSource(strings = {"ann@team.example", "mailto:ann@team.example", "MAILTO:ann@TEAM.example"})
  void isReadWithItsSchemeOrWithout(String text) {
    URI address = EndpointAddress.of(Destination.Kind.EMAIL, text, false);

    assertThat(address).hasToString("mailto:ann@team.example");
    assertThat(MailAddress.email(address)).isEqualTo(new Email("ann@team.example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a#b@team.example", "%61bc@team.example", "a%20b@team.example"})
  void isTheOneThatWasWritten(String text) {
    assertThat(MailAddress.email(MailAddress.of(text))).isEqualTo(new Email(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ann",
        "https://team.example",
        "ann@team",
        "a@b.example?bcc=c@d.example",
        "a@b.example,c@d.example"
      })
  void isNothingElse(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EndpointAddress.of(Destination.Kind.EMAIL, text, true));
  }

  @Test
  void isAskedWithAnotherProofEachTimeThatNamesItsEndpoint() {
    EndpointId id = new EndpointId(Ids.derived("endpoint"));
    URI address = MailAddress.of("ann@team.example");

    Destination.Mailbox one = Destination.Mailbox.asked(id, address);
    Destination.Mailbox other = Destination.Mailbox.asked(id, address);

    assertThat(one.isConfirmed()).isFalse();
    assertThat(one.proof()).isNotEqualTo(other.proof());
    assertThat(one.proof().reveal()).startsWith(id.text() + ".").hasSizeGreaterThan(60);
    assertThat(one.toString()).doesNotContain(one.proof().reveal());
  }
}
