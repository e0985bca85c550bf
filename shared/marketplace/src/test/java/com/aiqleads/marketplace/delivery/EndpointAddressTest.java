package com.aiqleads.marketplace.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.marketplace.delivery.Destination.Kind;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://crm.example/leads",
        "https://CRM.example:8443/leads?team=1",
        "https://crm.example:65535/",
        "https://hooks.crm.example"
      })
  void leadsAreSentToServersWithAName(String address) {
    assertThat(EndpointAddress.checked(address, false)).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://crm.example/leads",
        "ftp://crm.example/leads",
        "https://127.0.0.1/leads",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/",
        "https://localhost/",
        "https://crm/",
        "https://user:word@crm.example/",
        "https://crm.example/#part",
        "https://crm.example/a b",
        "https://crm.example:0/",
        "https://crm.example:65536/",
        "https:///leads",
        "crm.example/leads",
        "//crm.example/leads",
        "mailto:a@crm.example",
        "",
        "\u0000"
      })
  void nothingIsSentElsewhere(String address) {
    assertThatThrownBy(() -> EndpointAddress.checked(address, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anAddressHasAnEnd() {
    String longest = "https://crm.example/" + "a".repeat(480);

    assertThat(EndpointAddress.checked(longest, false)).hasToString(longest);
    assertThatThrownBy(() -> EndpointAddress.checked(longest + "a", false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aLaptopSendsToItselfByItsVeryAddress() {
    assertThat(EndpointAddress.checked("http://127.0.0.1:9000/", true).getPort()).isEqualTo(9000);
    for (String other : new String[] {"http://localhost/", "http://127.1/", "http://10.0.0.1/"}) {
      assertThatThrownBy(() -> EndpointAddress.checked(other, true))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> EndpointAddress.checked("http://127.0.0.1:9000/", false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatHasOnePlaceIsThere() {
    for (Kind kind : List.of(Kind.HUBSPOT, Kind.FOLLOW_UP_BOSS)) {
      URI home = kind.home().orElseThrow();
      assertThat(EndpointAddress.of(kind, "", false)).isEqualTo(home);
      assertThat(EndpointAddress.of(kind, home.toString(), false)).isEqualTo(home);
      assertThatThrownBy(() -> EndpointAddress.of(kind, "https://crm.example", false))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> EndpointAddress.of(kind, "http://127.0.0.1:9100/crm", false))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(EndpointAddress.of(kind, "http://127.0.0.1:9100/crm", true).getPort())
          .isEqualTo(9100);
    }
  }

  @Test
  void anOrganisationOfSalesforceHasAName() {
    String theirs = "https://our-homes.my.salesforce.com";

    assertThat(EndpointAddress.of(Kind.SALESFORCE, theirs, false)).hasToString(theirs);
    for (String other :
        List.of(
            "",
            "https://my.salesforce.com",
            "https://crm.example",
            "https://crm.example/.my.salesforce.com",
            theirs + ".example",
            theirs + "/path",
            theirs + "?a=b",
            theirs + ":8443")) {
      assertThatThrownBy(() -> EndpointAddress.of(Kind.SALESFORCE, other, false))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
