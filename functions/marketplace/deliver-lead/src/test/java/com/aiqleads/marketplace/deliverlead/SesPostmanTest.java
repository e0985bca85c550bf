package com.aiqleads.marketplace.deliverlead;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Email;
import com.aiqleads.marketplace.delivery.Postman.Letter;
import com.aiqleads.marketplace.delivery.Postman.Posting;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailResponse;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;

class SesPostmanTest {

  private static final Letter LETTER = new Letter(new Email("ann@team.example"), "Grüße", "Hello");

  private final List<SendEmailRequest> sent = new ArrayList<>();

  @Test
  void postsWhatSesTakes() {
    Posting posting = post(() -> SendEmailResponse.builder().messageId("1").build());

    assertThat(posting).isEqualTo(new Posting.Accepted());
    SendEmailRequest mail = sent.getFirst();
    assertThat(mail.fromEmailAddress()).isEqualTo("AIQLeads <no-reply@aiqleads.example>");
    assertThat(mail.destination().toAddresses()).containsExactly("ann@team.example");
    assertThat(mail.content().simple().subject().data()).isEqualTo("Grüße");
    assertThat(mail.content().simple().body().text().data()).isEqualTo("Hello");
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

  private Posting post(Supplier<SendEmailResponse> answer) {
    return new SesPostman(new FakeSes(sent, answer), "AIQLeads <no-reply@aiqleads.example>")
        .post(LETTER);
  }

  private record FakeSes(List<SendEmailRequest> sent, Supplier<SendEmailResponse> answer)
      implements SesV2Client {

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
