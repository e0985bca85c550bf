package com.aiqleads.marketplace.deliverlead;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.FixedSecrets;
import com.aiqleads.lambda.PublicConnections;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.local.sandbox.Sandbox;
import com.aiqleads.marketplace.Cell;
import com.aiqleads.marketplace.Contact;
import com.aiqleads.marketplace.Lead;
import com.aiqleads.marketplace.LeadCard;
import com.aiqleads.marketplace.Offer;
import com.aiqleads.marketplace.OfferFixtures;
import com.aiqleads.marketplace.ShownLead;
import com.aiqleads.marketplace.Slots;
import com.aiqleads.marketplace.delivery.AccessKey;
import com.aiqleads.marketplace.delivery.DeliveryId;
import com.aiqleads.marketplace.delivery.Destination;
import com.aiqleads.marketplace.delivery.Destination.FollowUpBoss;
import com.aiqleads.marketplace.delivery.Destination.HubSpot;
import com.aiqleads.marketplace.delivery.Destination.Salesforce;
import com.aiqleads.marketplace.delivery.Freight;
import com.aiqleads.marketplace.delivery.MailAddress;
import com.aiqleads.marketplace.delivery.Parcel;
import com.aiqleads.marketplace.delivery.Receipt;
import com.aiqleads.marketplace.delivery.Receipt.Failed;
import com.aiqleads.marketplace.delivery.Receipt.Taken;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.orders.OrderId;
import com.aiqleads.marketplace.orders.OrderLineId;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What the systems' answers mean, as the sandbox plays them.
class CouriersTest {

  private static final DeliveryId ID = new DeliveryId(Ids.derived("delivery"));
  private static final Freight TEST = new Freight.Test(Instant.EPOCH);

  private static ApplicationContext context;
  private static ObjectMapper json;
  @TempDir private Path letters = Path.of("");
  private String systemKey = Sandbox.FOLLOW_UP_BOSS_SYSTEM_KEY;
  private Sandbox sandbox;
  private HttpCarrier carrier;
  private Couriers couriers;

  @BeforeAll
  static void start() {
    context =
        TestFunction.start(
            "marketplace",
            "deliver-lead",
            new FakeQueues(),
            Map.of(),
            new FieldCipher(List.of(new byte[32])));
    json = context.getBean(ObjectMapper.class);
  }

  @AfterAll
  static void close() {
    context.close();
  }

  @BeforeEach
  void open() {
    sandbox = Sandbox.start(0, 1, 1);
    carrier = new HttpCarrier(new PublicConnections(Set.of("127.0.0.1")), Duration.ofSeconds(20));
    Talk talk = new Talk(carrier, json);
    couriers =
        new Couriers(
            new WebhookCourier(carrier, json),
            new HubSpotCourier(talk),
            new FollowUpBossCourier(talk, new RegisteredSystem(this::secrets)),
            new SalesforceCourier(talk),
            new MailCourier(
                new FolderPostman(letters, "AIQLeads <no-reply@aiqleads.example>"),
                new LeadLetters("https://aiqleads.example")));
  }

  @AfterEach
  void shut() {
    carrier.close();
    sandbox.close();
  }

  private enum Crm {
    HUBSPOT,
    FOLLOW_UP_BOSS,
    SALESFORCE
  }

  private static Stream<Crm> systems() {
    return Stream.of(Crm.values());
  }

  @ParameterizedTest
  @MethodSource("systems")
  void bringsTheSellerTheHomeAndWhereItWasFound(Crm system) {
    Receipt receipt = bring(system, lead("Dana Q. Smith", true));

    assertThat(receipt).isInstanceOf(Taken.class);
    assertThat(receipt.answer()).containsPattern("has it as (contact|person|lead) [0-9A-Za-z]+");
    assertThat(kept())
        .contains("Dana Q.", "Smith", "+13055550142", "dana@letterbox.example", "1468 SW 22nd Ter")
        .contains("https://fsbo.com/");
  }

  @ParameterizedTest
  @MethodSource("systems")
  void aRepeatLeavesOnePerson(Crm system) {
    bring(system, lead("Dana Smith", true));

    assertThat(bring(system, lead("Dana Smith", true))).isInstanceOf(Taken.class);

    assertThat(kept()).containsOnlyOnce("dana@letterbox.example\\\"");
  }

  @ParameterizedTest
  @MethodSource("systems")
  void bringsWhoHasNoNameAndNoMail(Crm system) {
    assertThat(bring(system, lead(null, false))).isInstanceOf(Taken.class);

    assertThat(kept()).contains("+13055550142").doesNotContain("\\\"email\\\"", "\\\"Email\\\"");
  }

  @Test
  void hubSpotIsAskedForTheNumberOfWhoHasNoMail() {
    bring(Crm.HUBSPOT, lead(null, false));

    assertThat(bring(Crm.HUBSPOT, lead(null, false)).answer()).contains("had this contact");

    assertThat(kept().split("\"system\"")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"phone, (305) 555-0142", "phone, 1-305-555-0142", "mobilephone, 305.555.0142"})
  void hubSpotKnowsANumberHoweverTheTeamHasSpelledIt(String property, String spelled) {
    send(
        HttpRequest.newBuilder(URI.create(sandbox.baseUri() + "/hubspot/crm/v3/objects/contacts"))
            .header("Authorization", "Bearer " + Sandbox.HUBSPOT_TOKEN)
            .POST(
                BodyPublishers.ofString(
                    "{\"properties\":{\"%s\":\"%s\"}}".formatted(property, spelled))));

    assertThat(bring(Crm.HUBSPOT, lead("Dana Smith", false)).answer()).contains("had this contact");

    assertThat(kept()).doesNotContain("Dana");
  }

  /// An agent sells for many: only those without an address of their own are taken for one.
  @Test
  void hubSpotGetsWhoSharesANumberAndHasAMailAddress() {
    bring(Crm.HUBSPOT, lead(null, false));

    assertThat(bring(Crm.HUBSPOT, lead("Dana Smith", true)).answer()).contains("has it as contact");

    assertThat(bring(Crm.HUBSPOT, lead("Dana Smith", true)).answer()).contains("had this contact");
  }

  @Test
  void hubSpotsSearchMustSayHowManyItFound() {
    trap("mute");

    assertThat(bring(Crm.HUBSPOT, lead(null, false)))
        .isEqualTo(new Failed(Duration.ZERO, "HubSpot answered 200 without a result.", true));
  }

  @ParameterizedTest
  @MethodSource("systems")
  void aTestIsNobody(Crm system) {
    assertThat(bring(system, TEST)).isInstanceOf(Taken.class);

    assertThat(kept()).contains("A test of your deliveries", "delivery-test@aiqleads.example");
    assertThat(bring(system, TEST)).as("once more").isInstanceOf(Taken.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "HUBSPOT|expired|0|false|HubSpot does not take the access token: it is wrong, old or revoked.",
        "HUBSPOT|not-allowed|0|false|HubSpot's access token may not read and write contacts.",
        "HUBSPOT|limited|10|false|HubSpot's limit of requests is reached (TEN_SECONDLY_ROLLING).",
        "HUBSPOT|limited-for-the-day|3600|false|HubSpot's limit of requests is reached (DAILY).",
        "HUBSPOT|field-missing|0|false|HubSpot refused the contact: VALIDATION_ERROR, INVALID_EMAIL.",
        "HUBSPOT|mute|0|true|HubSpot answered 200, and told of no contact.",
        "HUBSPOT|down|0|true|HubSpot answered 503.",
        "FOLLOW_UP_BOSS|ignored|0|false|Follow Up Boss ignored it: there the lead flow of the source AIQLeads is archived.",
        "FOLLOW_UP_BOSS|expired|0|false|Follow Up Boss does not take the API key: it is wrong or revoked.",
        "FOLLOW_UP_BOSS|not-allowed|0|false|Follow Up Boss lets the owner of the API key send no leads.",
        "FOLLOW_UP_BOSS|limited|8|false|Follow Up Boss's limit of requests is reached.",
        "FOLLOW_UP_BOSS|field-missing|0|false|Follow Up Boss refused the inquiry.",
        "FOLLOW_UP_BOSS|mute|0|true|Follow Up Boss answered 200, and told of nobody.",
        "FOLLOW_UP_BOSS|down|0|true|Follow Up Boss answered 503.",
        "SALESFORCE|not-allowed|0|false|Salesforce gives the app no access: 400 invalid_client.",
        "SALESFORCE|expired|0|false|Salesforce does not take the access token.",
        "SALESFORCE|limited|3600|false|Salesforce's limit of requests is reached.",
        "SALESFORCE|field-missing|0|true|Salesforce wants fields that no lead of ours has: Region__c.",
        "SALESFORCE|mute|0|false|Salesforce gives the app no access: 200.",
        "SALESFORCE|down|0|false|Salesforce gives the app no access: 503."
      })
  void believesNoStatusAlone(
      Crm system, String trap, long seconds, boolean mayHaveArrived, String answer) {
    trap(trap);

    Receipt receipt = bring(system, lead("Dana Smith", true));

    assertThat(receipt).isEqualTo(new Failed(Duration.ofSeconds(seconds), answer, mayHaveArrived));
    assertThat(kept()).doesNotContain("letterbox");
  }

  @ParameterizedTest
  @MethodSource("systems")
  void saysThatNobodyAnswers(Crm system) {
    Destination destination = destination(system);
    sandbox.close();

    assertThat(couriers.bring(destination, ID, TEST))
        .isEqualTo(new Failed(Duration.ZERO, "The connection failed.", false));
  }

  @Test
  void anAnswerThatTellsOfNoContactMadeNone() {
    trap("mute");

    assertThat(bring(Crm.HUBSPOT, TEST))
        .isEqualTo(
            new Failed(Duration.ZERO, "HubSpot answered 200, and told of no contact.", true));
  }

  @Test
  void looksForNumbersInTheDigitsOfTheirCountry() {
    assertThat(HubSpotSearch.ofNumbers(List.of("+13055550142", "+442079460000")).toString())
        .contains("3055550142, 442079460000", "calculated_phone_number", "calculated_mobile_number")
        .doesNotContain("+", "1305");
  }

  @Test
  void tellsFollowUpBossOurKeyOnceAnOperatorHasFilledItIn() {
    RegisteredSystem system = new RegisteredSystem(this::secrets);

    assertThat(system.headers()).containsEntry("X-System-Key", systemKey).hasSize(2);
    systemKey = "random+bytes/of+its+first+day==";
    assertThat(system.headers()).containsExactly(Map.entry("X-System", "AIQLeads"));
  }

  @Test
  void saysNothingOfPeopleByItself() {
    assertThat(Prospect.of(lead("Dana Smith", true))).hasToString("a prospect");
    assertThat(lead("Dana Smith", true).toString()).startsWith("lead_").doesNotContain("Dana");
  }

  @Test
  void writesOfALeadToWhoeverHasAgreed() throws IOException {
    assertThat(couriers.bring(mailbox("ann@team.example", true), ID, lead("Dana Smith", true)))
        .isEqualTo(new Taken("The mail service took it."));

    assertThat(written())
        .contains("To: ann@team.example", "Subject: A lead for you: House with 3 bedrooms")
        .contains("Seller: Dana Smith", "Phone: +13055550142", "Mail: dana@letterbox.example")
        .contains("1468 SW 22nd Ter", "https://aiqleads.example/console/leads/lead_");
    assertThat(written())
        .as("whoever reads there can stop it")
        .contains(
            "List-Unsubscribe:"
                + " <https://aiqleads.example/endpoint-stops?token=endpoint_1.the-proof>\n",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click\n",
            "https://aiqleads.example/console/stop-delivery#token=endpoint_1.the-proof\n");
  }

  /// Whatever is asked of it: nobody else learns of a seller.
  @Test
  void writesNothingOfALeadWhereNobodyHasAgreed() throws IOException {
    assertThat(couriers.bring(mailbox("ann@team.example", false), ID, lead("Dana Smith", true)))
        .isEqualTo(new Failed(Duration.ZERO, "Nobody has confirmed this address.", false));

    try (var files = Files.list(letters)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void asksByALetterWithALinkThatSaysNothingOfTheTeam() throws IOException {
    couriers.bring(mailbox("ann@team.example", false), ID, TEST);

    assertThat(written())
        .contains("https://aiqleads.example/console/confirm-delivery#token=endpoint_1.the-proof\n")
        .contains("do nothing");
  }

  @Test
  void triesAConfirmedAddressWithALetterThatIsNoLead() throws IOException {
    assertThat(couriers.bring(mailbox("ann@team.example", true), ID, TEST))
        .isInstanceOf(Taken.class);

    assertThat(written()).contains("A test of your deliveries").doesNotContain("confirm-delivery");
  }

  @Test
  void saysThatAnAddressBounces() {
    assertThat(couriers.bring(mailbox("bounce@simulator.amazonses.com", true), ID, TEST))
        .isEqualTo(new Receipt.Gone("Nobody reads mail at this address.", false));
  }

  private static Destination.Mailbox mailbox(String address, boolean isConfirmed) {
    return new Destination.Mailbox(
        MailAddress.of(address), new AccessKey("endpoint_1.the-proof"), isConfirmed);
  }

  private String written() throws IOException {
    try (var files = Files.list(letters)) {
      return Files.readString(files.findFirst().orElseThrow());
    }
  }

  private Secrets secrets() {
    return new FixedSecrets(Map.of("follow-up-boss-system", systemKey));
  }

  private Receipt bring(Crm system, Freight freight) {
    return couriers.bring(destination(system), ID, freight);
  }

  private Destination destination(Crm system) {
    URI base = sandbox.baseUri();
    return switch (system) {
      case HUBSPOT ->
          new HubSpot(URI.create(base + "/hubspot"), new AccessKey(Sandbox.HUBSPOT_TOKEN));
      case FOLLOW_UP_BOSS ->
          new FollowUpBoss(
              URI.create(base + "/followupboss"), new AccessKey(Sandbox.FOLLOW_UP_BOSS_KEY));
      case SALESFORCE ->
          new Salesforce(
              URI.create(base + "/salesforce"),
              new AccessKey(Sandbox.SALESFORCE_CLIENT),
              new AccessKey(Sandbox.SALESFORCE_SECRET));
    };
  }

  private static Freight lead(@Nullable String name, boolean hasMail) {
    Lead lead = OfferFixtures.aLead();
    Contact contact =
        new Contact(
            name,
            List.of(new Phone("+13055550142")),
            hasMail ? List.of(new Email("dana@letterbox.example")) : List.of());
    Parcel.Bought bought =
        new Parcel.Bought(
            new OrderId(Ids.derived("order")),
            new OrderLineId(Ids.derived("line")),
            lead.id(),
            SaleMode.SHARED,
            Money.usd(34_00),
            Instant.EPOCH);
    return new Freight.Lead(
        bought,
        new ShownLead.Owned(
            card(lead), lead.advertisement(), lead.address(), lead.point(), contact),
        Instant.EPOCH);
  }

  private static LeadCard card(Lead lead) {
    return new LeadCard(
        lead.id(),
        Offer.idOf(lead.id()),
        1,
        "House with 3 bedrooms",
        null,
        lead.market(),
        "Miami",
        "FL",
        "33145",
        Cell.of(lead.point()),
        lead.property(),
        Money.usd(649_000_00),
        null,
        OfferFixtures.SEEN,
        List.of("fsbo"),
        1,
        0,
        true,
        true,
        OfferFixtures.aScore(78),
        OfferFixtures.aPrice(34_00),
        new Slots(3, 2, null, 0),
        null,
        OfferFixtures.aJourney(1));
  }

  private String kept() {
    return send(HttpRequest.newBuilder(control()));
  }

  private void trap(String trap) {
    send(
        HttpRequest.newBuilder(control())
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("trap=" + trap)));
  }

  private URI control() {
    return sandbox.baseUri().resolve("/control/crm");
  }

  private static String send(HttpRequest.Builder request) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
