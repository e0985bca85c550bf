package com.aiqleads.marketplace.settlepayments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.payments.GatewayAnswer;
import com.aiqleads.marketplace.payments.GatewayFact;
import com.aiqleads.marketplace.payments.GatewayMessage;
import com.aiqleads.marketplace.payments.GatewayMessages;
import com.aiqleads.marketplace.payments.Hearing;
import com.aiqleads.marketplace.payments.Payment;
import com.aiqleads.marketplace.payments.PaymentId;
import com.aiqleads.marketplace.payments.Payments;
import com.aiqleads.marketplace.payments.Said;
import com.aiqleads.marketplace.payments.TopUp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListeningTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private final Gateway gateway = new Gateway();
  private final Heard payments = new Heard();
  private int calls = Integer.MAX_VALUE;

  @Test
  void hearsThirtyDaysADayAtATime() {
    payments.until = NOW.minus(Duration.ofDays(30));
    says(NOW.minus(Duration.ofDays(29)), NOW.minus(Duration.ofHours(3)), NOW);

    Listening heard = listen();

    assertThat(heard.news()).isEqualTo(3);
    assertThat(payments.until).isEqualTo(NOW);
    assertThat(gateway.asked).as("and the hour before them").isEqualTo(31);
  }

  /// Ten times what is heard at once.
  @Test
  void hearsShorterTimesWhereItIsTooMuch() {
    payments.until = NOW.minus(Duration.ofDays(1));
    for (int minute = 0; minute < 1_000; minute++) {
      says(NOW.minus(Duration.ofMinutes(minute)));
    }
    gateway.most = 100;

    listen();

    assertThat(payments.ids).hasSizeGreaterThanOrEqualTo(1_000);
    assertThat(payments.ids.stream().distinct()).hasSize(1_000);
    assertThat(payments.until).isEqualTo(NOW);
  }

  @Test
  void saysThatASecondIsTooMuch() {
    payments.until = NOW;
    gateway.most = -1;

    assertThatIllegalStateException().isThrownBy(this::listen).withMessageContaining("more than");
  }

  @Test
  void keepsWhatItHasHeardWhenTimeIsOver() {
    payments.until = NOW.minus(Duration.ofDays(10));
    calls = 3;

    listen();

    assertThat(payments.until).isEqualTo(NOW.minus(Duration.ofDays(7)).minus(Duration.ofHours(1)));
  }

  @Test
  void keepsNothingOfAPieceThatItHadNoTimeFor() {
    payments.until = NOW.minus(Duration.ofHours(2));
    says(NOW.minusSeconds(60), NOW);
    calls = 2;

    listen();

    assertThat(payments.ids).hasSize(1);
    assertThat(payments.until).isEqualTo(NOW.minus(Duration.ofHours(2)));
  }

  @Test
  void asksAgainWhereTheGatewayWasSilent() {
    payments.until = NOW.minus(Duration.ofHours(2));
    gateway.isSilent = true;

    assertThat(listen().failed()).isZero();

    assertThat(payments.until).isEqualTo(NOW.minus(Duration.ofHours(2)));
  }

  @Test
  void hearsTheOthersWhenOneFailsAndThatOneAgain() {
    payments.until = NOW.minus(Duration.ofHours(2));
    says(NOW.minusSeconds(60), NOW);
    payments.fails = NOW.minusSeconds(60).toString();

    Listening heard = listen();

    assertThat(payments.ids).containsExactly(NOW.toString());
    assertThatIllegalStateException().isThrownBy(heard::mustBeWhole);
    assertThat(payments.until).isEqualTo(NOW.minus(Duration.ofHours(2)));
    payments.fails = "";
    listen().mustBeWhole();
    assertThat(payments.ids).contains(NOW.minusSeconds(60).toString());
    assertThat(payments.until).isEqualTo(NOW);
  }

  @Test
  void passesOverWhatFailsForMoreThanADay() {
    payments.until = NOW.minus(Duration.ofDays(3));
    says(NOW.minus(Duration.ofHours(60)), NOW);
    payments.fails = NOW.minus(Duration.ofHours(60)).toString();

    assertThat(listen().failed()).isEqualTo(1);

    assertThat(payments.ids).containsExactly(NOW.toString());
    assertThat(payments.until).isEqualTo(NOW);
  }

  private Listening listen() {
    Listening listening = new Listening(payments, gateway, () -> calls-- > 0);
    listening.until(NOW);
    return listening;
  }

  private void says(Instant... moments) {
    for (Instant at : moments) {
      gateway.said.add(
          new GatewayMessage(at.toString(), "charge.refunded", at, new GatewayFact.Nothing()));
    }
  }

  private static final class Gateway implements GatewayMessages {
    private final List<GatewayMessage> said = new ArrayList<>();
    private int most = Integer.MAX_VALUE;
    private int asked;
    private boolean isSilent;

    @Override
    public Optional<GatewayMessage> read(String body, String signature) {
      throw new UnsupportedOperationException("nobody sends messages here");
    }

    @Override
    public Said between(Instant from, Instant until) {
      asked++;
      List<GatewayMessage> found =
          said.stream()
              .filter(one -> !one.at().isBefore(from) && !one.at().isAfter(until))
              .toList();
      if (isSilent) {
        return new Said.Silence();
      }
      return found.size() > most ? new Said.TooMuch() : new Said.All(found, 0);
    }
  }

  private static final class Heard implements Payments {
    private final List<String> ids = new ArrayList<>();
    private Instant until = NOW;
    private String fails = "";

    @Override
    public Hearing heard(GatewayMessage message) {
      if (message.id().equals(fails)) {
        throw new IllegalStateException("not written down");
      }
      ids.add(message.id());
      return Hearing.APPLIED;
    }

    @Override
    public Instant heardUntil() {
      return until;
    }

    @Override
    public void heardUntil(Instant heard) {
      until = heard;
    }

    @Override
    public Optional<Payment> start(TeamId team, TopUp topUp) {
      throw new UnsupportedOperationException("nobody asks for it here");
    }

    @Override
    public List<Payment> of(TeamId team, int limit) {
      throw new UnsupportedOperationException("nobody asks for it here");
    }

    @Override
    public Optional<Payment> find(TeamId team, PaymentId payment) {
      throw new UnsupportedOperationException("nobody asks for it here");
    }

    @Override
    public Hearing answered(Payment payment, GatewayAnswer answer) {
      throw new UnsupportedOperationException("nobody asks for it here");
    }

    @Override
    public List<Payment> toAsk(int limit) {
      throw new UnsupportedOperationException("nobody asks for it here");
    }
  }
}
