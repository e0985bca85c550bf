package com.aiqleads.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.contact.FakeNameServer;
import com.aiqleads.acquisition.contact.FakeNameServer.Said;
import com.aiqleads.acquisition.contact.MailDomains;
import com.aiqleads.acquisition.contact.MailDomains.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DnsMailDomainsTest {

  private static final FakeNameServer SERVER =
      FakeNameServer.start(
          Map.of(
              "letterbox.example", Said.mail("mx1.letterbox.example", "mx2.letterbox.example"),
              "host.example", new Said(0, List.of(), true),
              "silent.example", Said.mail("."),
              "empty.example", new Said(0, List.of(), false),
              "nobody.example", new Said(FakeNameServer.NO_SUCH_NAME, List.of(), false),
              "failing.example", new Said(FakeNameServer.FAILED, List.of(), false)));
  private static final MailDomains DOMAINS =
      new DnsMailDomains(SERVER.address(), Duration.ofSeconds(10));

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @CsvSource({
    "letterbox.example, TAKES_MAIL",
    "host.example,      TAKES_MAIL",
    "silent.example,    TAKES_NONE",
    "empty.example,     TAKES_NONE",
    "nobody.example,    TAKES_NONE",
    "failing.example,   UNKNOWN",
    "a..example,        UNKNOWN",
    "'ldap://127.0.0.1:1/x', UNKNOWN"
  })
  void saysWhetherADomainTakesMail(String domain, Answer answer) {
    assertThat(DOMAINS.ask(domain)).isEqualTo(answer);
  }

  @Test
  void knowsNothingOfADomainWhoseServerIsSilent() {
    MailDomains impatient = new DnsMailDomains(SERVER.address(), Duration.ofMillis(50));

    assertThat(impatient.ask("nothing-is-said-of.example")).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void asksTheServerOfTheMachineIfNoneIsNamed() {
    MailDomains anywhere = new DnsMailDomains("", Duration.ofMillis(50));

    assertThat(anywhere.ask("takes-no-mail.invalid")).isNotEqualTo(Answer.TAKES_MAIL);
  }
}
