package com.aiqleads.platform.sendmail;

import static com.aiqleads.platform.PlatformFixtures.aMember;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.events.Event;
import com.aiqleads.events.marketplace.AutoTopUpStopped;
import com.aiqleads.events.marketplace.CardCharged;
import com.aiqleads.events.marketplace.CardExpiring;
import com.aiqleads.events.marketplace.CardRefused;
import com.aiqleads.events.marketplace.InvoiceUnpaid;
import com.aiqleads.events.marketplace.SlotOffered;
import com.aiqleads.events.marketplace.StandingOrdersReported;
import com.aiqleads.events.marketplace.StandingOrdersReported.ReportedLead;
import com.aiqleads.events.marketplace.UndeliveredCredited;
import com.aiqleads.events.platform.MailRequested;
import com.aiqleads.events.platform.MemberInvited;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.TestEvents;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.platform.Letter;
import com.aiqleads.platform.Mailer;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.PasswordHash;
import com.aiqleads.platform.Role;
import com.aiqleads.testkit.PostgresService;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailResponse;

class SendMailHandlerTest {

  private static final FakeInvocation INVOCATION = new FakeInvocation(Duration.ofSeconds(30));

  @RegisterExtension static final PostgresService POSTGRES = PostgresService.forContext("platform");

  @TempDir private Path folder = Path.of("");

  private final Database database = new Database(POSTGRES.dataSource());
  private ApplicationContext context = ApplicationContext.builder().build();

  @BeforeEach
  void register() {
    POSTGRES.clear();
    context =
        TestFunction.start(
            "platform",
            "send-mail",
            new FakeQueues(),
            Map.of(
                "aiqleads.api.url",
                "https://aiqleads.example",
                "aiqleads.mail.folder",
                folder.toString()));
    context.registerSingleton(Database.class, database);
    context
        .getBean(Members.class)
        .add(aMember("ann@buyers.example", Role.BUYER), new PasswordHash("$argon2id$v=19$one"));
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void writesOneLetterHoweverOftenItIsAsked() throws IOException {
    assertThat(handle("a")).isEmpty();
    assertThat(handle("a")).isEmpty();

    assertThat(letters())
        .singleElement()
        .asString()
        .startsWith("From: AIQLeads <no-reply@aiqleads.example>\nTo: ann@buyers.example\n")
        .contains("https://aiqleads.example/console/reset-password#token=");
    assertThat(tokens()).isEqualTo(1);
  }

  @Test
  void keepsNoSecretWhenTheLetterCannotBeSent() throws IOException {
    context.registerSingleton(Mailer.class, new BrokenMailer());

    assertThat(handle("a")).hasSize(1);

    assertThat(tokens()).isZero();
  }

  @Test
  void takesInvitations() throws IOException {
    MemberInvited event =
        new MemberInvited(
            "invitation_01M7T1X131F02BNNQYJJJNY65J",
            TeamId.parse("team_01M7T1X2KMED99MWM0Y7FCREPF"),
            Instant.EPOCH);
    TestEvents events = new TestEvents(context.getBean(ObjectMapper.class));

    assertThat(
            new SendMailHandler(context)
                .handleRequest(TestEvents.batch(events.message("i", event)), INVOCATION)
                .getBatchItemFailures())
        .isEmpty();
    assertThat(letters()).isEmpty();
  }

  @Test
  void tellsWhatStandingOrdersDidToThoseWhoseAddressIsKnown() throws IOException {
    var ann = aMember("ann@team.example", Role.BUYER);
    context.getBean(Members.class).add(ann, new PasswordHash("$argon2id$v=19$one"));
    StandingOrdersReported event =
        new StandingOrdersReported(
            ann.team().id(),
            ann.user().id(),
            "daily",
            List.of(
                new ReportedLead(
                    "Pools",
                    LeadId.parse("lead_01M7T1X131F02BNNQYJJJNY65J"),
                    "3-bedroom house in Miami, FL",
                    true,
                    Money.usd(12_00))),
            2,
            3,
            Instant.EPOCH);

    assertThat(report("a", event)).isEmpty();
    assertThat(letters()).isEmpty();
    database.update("update users set email_confirmed_at = now()", _ -> {});
    assertThat(report("b", event)).isEmpty();
    assertThat(report("b", event)).isEmpty();

    assertThat(letters())
        .singleElement()
        .asString()
        .contains(
            "To: ann@team.example",
            "Subject: Your standing orders bought a lead",
            "3-bedroom house in Miami, FL",
            "(Pools)",
            "https://aiqleads.example/console/leads/lead_01M7T1X131F02BNNQYJJJNY65J",
            "And 2 more.",
            "Leads that they missed: 3.");
  }

  @Test
  void tellsABuyerOfTheTeamOnceOfAnOfferAndOfAnUnpaidInvoice() throws IOException {
    var ann = aMember("ann@team.example", Role.BUYER);
    context.getBean(Members.class).add(ann, new PasswordHash("$argon2id$v=19$one"));
    LeadId lead = LeadId.parse("lead_01M7T1X131F02BNNQYJJJNY65J");
    SlotOffered offered =
        new SlotOffered(ann.team().id(), lead, Instant.now().plus(Duration.ofHours(1)));
    InvoiceUnpaid unpaid =
        new InvoiceUnpaid(ann.team().id(), "AIQ-17", Money.usd(49_00), Instant.EPOCH);

    assertThat(report("a", offered)).isEmpty();
    assertThat(letters()).as("nobody confirmed the address").isEmpty();
    database.update("update users set email_confirmed_at = now()", _ -> {});
    for (int time = 0; time < 2; time++) {
      assertThat(report("b", offered)).isEmpty();
      assertThat(report("c", unpaid)).isEmpty();
    }

    assertThat(letters())
        .hasSize(2)
        .allMatch(letter -> letter.contains("To: ann@team.example"))
        .anyMatch(letter -> letter.contains("/console/leads/" + lead.text()))
        .anyMatch(letter -> letter.contains("Subject: Invoice AIQ-17 could not be paid"));
  }

  @Test
  void tellsATeamOnceWhatBecameOfItsCard() throws IOException {
    var ann = aMember("ann@team.example", Role.BUYER);
    context.getBean(Members.class).add(ann, new PasswordHash("$argon2id$v=19$one"));
    database.update("update users set email_confirmed_at = now()", _ -> {});
    TeamId team = ann.team().id();
    Money amount = Money.usd(100_00);

    for (int time = 0; time < 2; time++) {
      report("a", new CardCharged(team, amount, null, Instant.EPOCH));
      report("b", new CardRefused(team, amount, "AIQ-17", true, Instant.EPOCH));
      report("c", new CardExpiring(team, "2026-11", Instant.EPOCH));
      for (String why :
          List.of("no_card", "card_expired", "card_refused", "failed_too_often", "taken_back")) {
        report(why, new AutoTopUpStopped(team, why, Instant.EPOCH));
      }
    }

    assertThat(letters())
        .hasSize(8)
        .anyMatch(letter -> letter.contains("at the end of November 2026"))
        .anyMatch(letter -> letter.contains("for the wallet"))
        .anyMatch(letter -> letter.contains("contested"))
        .anyMatch(letter -> letter.contains("for invoice AIQ-17"))
        .anyMatch(letter -> letter.contains("three times in a row"));
  }

  @Test
  void tellsAllWhoMayChangeTheCard() throws IOException {
    TeamId team = teamOfFour();

    report("a", new CardCharged(team, Money.usd(100_00), null, Instant.EPOCH));
    report("a", new CardCharged(team, Money.usd(100_00), null, Instant.EPOCH));

    assertThat(letters())
        .hasSize(2)
        .anyMatch(letter -> letter.contains("To: ann@team.example"))
        .anyMatch(letter -> letter.contains("To: bob@team.example"));
  }

  /// Who has the letter does not get it again, and it is not lost if nobody has it.
  @Test
  void aLetterThatFailsKeepsNobodyElseFromTheirs() throws IOException {
    TeamId team = teamOfFour();
    List<Letter> sent = new ArrayList<>();
    CardRefused event = new CardRefused(team, Money.usd(100_00), null, false, Instant.EPOCH);
    context.registerSingleton(
        Mailer.class,
        (Mailer)
            letter -> {
              if (letter.to().address().startsWith("ann@")) {
                throw new IllegalStateException("no such box");
              }
              sent.add(letter);
            });

    assertThat(report("a", event)).isEmpty();
    assertThat(report("a", event)).isEmpty();

    assertThat(sent)
        .singleElement()
        .extracting(it -> it.to().address())
        .isEqualTo("bob@team.example");
    database.update(
        "update users set email_confirmed_at = null where email = 'bob@team.example'", _ -> {});
    assertThat(report("b", event)).as("nobody has it").hasSize(1);
  }

  /// Two of them may change the card; one of the others only reads, and nobody knows whose address
  /// the fourth is.
  private TeamId teamOfFour() {
    Members members = context.getBean(Members.class);
    Membership ann = aMember("ann@team.example", Role.BUYER);
    members.add(ann, new PasswordHash("$argon2id$v=19$one"));
    Map.of("bob", Role.BUYER, "carl", Role.ANALYST, "dora", Role.BUYER)
        .forEach(
            (name, role) -> {
              Membership one = aMember(name + "@team.example", role);
              members.add(one, new PasswordHash("$argon2id$v=19$one"));
              members.join(ann.team().id(), one.user().id(), Set.of(role));
            });
    database.update(
        "update users set email_confirmed_at = now() where email <> 'dora@team.example'", _ -> {});
    return ann.team().id();
  }

  @Test
  void tellsNobodyOfAnOfferThatIsOver() throws IOException {
    var ann = aMember("ann@team.example", Role.BUYER);
    context.getBean(Members.class).add(ann, new PasswordHash("$argon2id$v=19$one"));
    database.update("update users set email_confirmed_at = now()", _ -> {});
    LeadId lead = LeadId.parse("lead_01M7T1X131F02BNNQYJJJNY65J");

    assertThat(report("b", new SlotOffered(ann.team().id(), lead, Instant.now()))).isEmpty();

    assertThat(letters()).isEmpty();
  }

  @Test
  void tellsOnceOfLeadsThatNeverArrived() throws IOException {
    var ann = aMember("ann@team.example", Role.BUYER);
    context.getBean(Members.class).add(ann, new PasswordHash("$argon2id$v=19$one"));
    database.update("update users set email_confirmed_at = now()", _ -> {});
    UndeliveredCredited event =
        new UndeliveredCredited(ann.team().id(), 3, Money.usd(102_00), Instant.EPOCH);

    assertThat(report("a", event)).isEmpty();
    assertThat(report("a", event)).isEmpty();

    assertThat(letters())
        .singleElement()
        .asString()
        .contains("To: ann@team.example", "Subject: 3 leads could not be delivered")
        .contains("102.00 USD came back", "/console/deliveries");
  }

  /// It is sent again with the event, under the same id.
  @Test
  void keepsWhatCannotBeSent() throws IOException {
    var ann = aMember("ann@team.example", Role.BUYER);
    context.getBean(Members.class).add(ann, new PasswordHash("$argon2id$v=19$one"));
    database.update("update users set email_confirmed_at = now()", _ -> {});
    InvoiceUnpaid unpaid =
        new InvoiceUnpaid(ann.team().id(), "AIQ-17", Money.usd(49_00), Instant.EPOCH);
    context.registerSingleton(Mailer.class, new BrokenMailer());

    assertThat(report("c", unpaid)).hasSize(1);

    assertThat(letters()).isEmpty();
  }

  private List<BatchItemFailure> report(String id, Event event) {
    TestEvents events = new TestEvents(context.getBean(ObjectMapper.class));
    return new SendMailHandler(context)
        .handleRequest(TestEvents.batch(events.message(id, event)), INVOCATION)
        .getBatchItemFailures();
  }

  @Test
  void sendsBySesWhereThereIsNoFolder() {
    List<SendEmailRequest> sent = new ArrayList<>();
    Mailer mailer = new SesMailer(new FakeSes(sent), "AIQLeads <no-reply@aiqleads.example>");

    mailer.send(new Letter(new Email("ann@buyers.example"), "Grüße", "Hello"));

    SendEmailRequest mail = sent.getFirst();
    assertThat(mail.fromEmailAddress()).isEqualTo("AIQLeads <no-reply@aiqleads.example>");
    assertThat(mail.destination().toAddresses()).containsExactly("ann@buyers.example");
    assertThat(mail.content().simple().subject().data()).isEqualTo("Grüße");
    assertThat(mail.content().simple().subject().charset()).isEqualTo("UTF-8");
    assertThat(mail.content().simple().body().text().data()).isEqualTo("Hello");
  }

  @Test
  void startsAsDeployed() throws IOException {
    try (SendMailHandler deployed = new SendMailHandler()) {
      assertThat(deployed.handleRequest(TestEvents.batch(), INVOCATION).getBatchItemFailures())
          .isEmpty();
    }
  }

  private List<BatchItemFailure> handle(String id) throws IOException {
    MailRequested event =
        new MailRequested("reset-password", new Email("ann@buyers.example"), Instant.EPOCH);
    TestEvents events = new TestEvents(context.getBean(ObjectMapper.class));
    return new SendMailHandler(context)
        .handleRequest(TestEvents.batch(events.message(id, event)), INVOCATION)
        .getBatchItemFailures();
  }

  private List<String> letters() throws IOException {
    try (var files = Files.list(folder)) {
      List<String> letters = new ArrayList<>();
      for (Path file : files.toList()) {
        letters.add(Files.readString(file));
      }
      return letters;
    }
  }

  private long tokens() {
    return database
        .queryOne("select count(*) from mail_tokens", _ -> {}, row -> row.getLong(1))
        .orElseThrow();
  }

  private static final class BrokenMailer implements Mailer {
    @Override
    public void send(Letter letter) {
      throw new IllegalStateException("no post today");
    }
  }

  private record FakeSes(List<SendEmailRequest> sent) implements SesV2Client {

    @Override
    public SendEmailResponse sendEmail(SendEmailRequest request) {
      sent.add(request);
      return SendEmailResponse.builder().messageId("1").build();
    }

    @Override
    public String serviceName() {
      return "ses";
    }

    @Override
    public void close() {}
  }
}
