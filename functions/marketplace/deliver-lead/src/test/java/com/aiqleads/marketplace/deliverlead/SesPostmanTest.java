package com.aiqleads.marketplace.deliverlead;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Email;
import com.aiqleads.marketplace.delivery.Postman.Letter;
import com.aiqleads.marketplace.delivery.Postman.Posting;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.AccountSuspendedException;
import software.amazon.awssdk.services.sesv2.model.GetSuppressedDestinationRequest;
import software.amazon.awssdk.services.sesv2.model.GetSuppressedDestinationResponse;
import software.amazon.awssdk.services.sesv2.model.LimitExceededException;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.NotFoundException;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailResponse;
import software.amazon.awssdk.services.sesv2.model.SendingPausedException;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;
import software.amazon.awssdk.services.sesv2.model.TooManyRequestsException;

class SesPostmanTest {

  private static final Letter LETTER =
      new Letter(
          new Email("ann@team.example"),
          "Grüße",
          "Hello",
          URI.create("https://aiqleads.example/endpoint-stops?token=endpoint_1.the-proof"));

  private static final String SENDER = "AIQLeads <no-reply@aiqleads.example>";
  private static final SendEmailResponse ACCEPTED =
      SendEmailResponse.builder().messageId("1").build();

  private final List<SendEmailRequest> sent = new ArrayList<>();

  @Test
  void postsWhatSesTakes() {
    Posting posting = post(() -> ACCEPTED);

    assertThat(posting).isEqualTo(new Posting.Accepted());
    SendEmailRequest mail = sent.getFirst();
    assertThat(mail.fromEmailAddress()).isEqualTo(SENDER);
    assertThat(mail.destination().toAddresses()).containsExactly("ann@team.example");
    assertThat(mail.content().simple().subject().data()).isEqualTo("Grüße");
    assertThat(mail.content().simple().body().text().data()).isEqualTo("Hello");
    assertThat(mail.content().simple().headers())
        .as("RFC 8058")
        .extracting(it -> it.name() + ": " + it.value())
        .containsExactly(
            "List-Unsubscribe:"
                + " <https://aiqleads.example/endpoint-stops?token=endpoint_1.the-proof>",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    assertThat(LETTER).hasToString("a letter");
  }

  /// What is refused is with nobody; of what breaks down or gets no answer nobody knows.
  @Test
  void knowsWhatIsCertainlyNotOnItsWay() {
    assertThat(
            post(
                () -> {
                  throw MessageRejectedException.builder().statusCode(400).build();
                }))
        .isEqualTo(new Posting.Refused("The mail service refused it.", false));
    assertThat(
            post(
                () -> {
                  throw SesV2Exception.builder().statusCode(503).build();
                }))
        .isEqualTo(new Posting.Refused("The mail service refused it.", true));
    assertThat(
            post(
                () -> {
                  throw SdkClientException.create("no answer");
                }))
        .isEqualTo(new Posting.Refused("The mail service did not answer.", true));
  }

  /// SES would take the letter and drop it, and we would say that it was delivered.
  @Test
  void sendsNothingWhereSesDropsIt() {
    Posting posting =
        new SesPostman(new FakeSes(sent, () -> ACCEPTED, this::dropped), SENDER).post(LETTER);

    assertThat(posting).isEqualTo(new Posting.Bounced());
    assertThat(sent).isEmpty();
  }

  @Test
  void sendsWhatSesDoesNotSayAnythingOf() {
    for (RuntimeException silent :
        List.of(
            TooManyRequestsException.builder().statusCode(429).build(),
            SdkClientException.create("no answer"))) {
      assertThat(
              new SesPostman(new FakeSes(sent, () -> ACCEPTED, failing(silent)), SENDER)
                  .post(LETTER))
          .isEqualTo(new Posting.Accepted());
    }
  }

  @Test
  void knowsThatOurOwnLimitIsNoFaultOfTheAddress() {
    for (RuntimeException limit :
        List.of(
            TooManyRequestsException.builder().statusCode(429).build(),
            LimitExceededException.builder().statusCode(400).build(),
            SendingPausedException.builder().statusCode(400).build(),
            AccountSuspendedException.builder().statusCode(400).build())) {
      assertThat(post(failing(limit)))
          .isEqualTo(new Posting.Busy("The mail service takes no more just now."));
    }
  }

  private GetSuppressedDestinationResponse dropped() {
    return GetSuppressedDestinationResponse.builder()
        .suppressedDestination(it -> it.emailAddress("ann@team.example").reason("BOUNCE"))
        .build();
  }

  private static <T> Supplier<T> failing(RuntimeException failure) {
    return () -> {
      throw failure;
    };
  }

  private Posting post(Supplier<SendEmailResponse> answer) {
    return new SesPostman(
            new FakeSes(sent, answer, failing(NotFoundException.builder().statusCode(404).build())),
            SENDER)
        .post(LETTER);
  }

  private record FakeSes(
      List<SendEmailRequest> sent,
      Supplier<SendEmailResponse> answer,
      Supplier<GetSuppressedDestinationResponse> list)
      implements SesV2Client {

    @Override
    public GetSuppressedDestinationResponse getSuppressedDestination(
        GetSuppressedDestinationRequest request) {
      assertThat(request.emailAddress()).isEqualTo("ann@team.example");
      return list.get();
    }

    @Override
    public SendEmailResponse sendEmail(SendEmailRequest request) {
      sent.add(request);
      return answer.get();
    }

    @Override
    public String serviceName() {
      return "ses";
    }

    @Override
    public void close() {}
  }
}
