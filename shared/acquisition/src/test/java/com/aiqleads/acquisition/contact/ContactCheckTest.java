package com.aiqleads.acquisition.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.Explained;
import com.aiqleads.acquisition.RawContact;
import com.aiqleads.acquisition.contact.MailDomains.Answer;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Phone;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactCheckTest {

  private static final ContactCheck CHECK = new ContactCheck(MailDomains.UNASKED);

  @Test
  void keepsWhatReachesAPerson() {
    RawContact raw =
        new RawContact(
            " Dana   Whitfield ",
            List.of("(305) 958-2368", "305.958.2368"),
            List.of("mailto:Dana.Whitfield@Letterbox.EXAMPLE?subject=home"));

    assertThat(CHECK.check(raw, null))
        .isEqualTo(
            new Contact(
                "Dana Whitfield",
                List.of(new Phone("+13059582368")),
                List.of(new Email("Dana.Whitfield@letterbox.example")),
                List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "email_malformed  | dana at letterbox.example",
        "email_malformed  | dana@@letterbox.example",
        "email_malformed  | .dana@letterbox.example",
        "email_malformed  | dana.@letterbox.example",
        "email_malformed  | dana..w@letterbox.example",
        "email_malformed  | dana@letterbox",
        "email_malformed  | dana@-letterbox.example",
        "email_malformed  | dana@letterbox-.example",
        "email_malformed  | dana@127.0.0.1",
        "email_malformed  | @letterbox.example",
        "email_disposable | dana@mailinator.com",
        "email_disposable | dana@eu.mailinator.com",
        "email_relay      | 5f3a@hous.craigslist.org",
        "email_relay      | 5f3a@reply.craigslist.org",
        "email_relay      | 5f3a@gigs.craigslist.org"
      })
  void dropsMailThatReachesNobody(String remark, String written) {
    Contact contact = CHECK.check(new RawContact(null, List.of(), List.of(written)), null);

    assertThat(contact.emails()).isEmpty();
    assertThat(codes(contact)).containsExactly(remark, "no_contact");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dana (at) letterbox (dot) example", "dana[at]letterbox.example"})
  void readsMailAddressesThatHideFromPrograms(String written) {
    assertThat(emails(CHECK, written).emails())
        .containsExactly(new Email("dana@letterbox.example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Info@letterbox.example", "sales+miami@letterbox.example"})
  void keepsTheMailOfAnOfficeWithADoubt(String written) {
    Contact contact = emails(CHECK, written);

    assertThat(contact.emails()).hasSize(1);
    assertThat(codes(contact)).containsExactly("email_role");
  }

  @Test
  void asksWhetherTheDomainTakesMail() {
    ContactCheck strict =
        new ContactCheck(
            domain -> domain.equals("letterbox.example") ? Answer.TAKES_MAIL : Answer.TAKES_NONE);

    assertThat(emails(strict, "dana@letterbox.example").emails()).hasSize(1);
    assertThat(codes(emails(strict, "dana@postbox.example")))
        .containsExactly("email_no_mail_server", "no_contact");
  }

  @Test
  void findsAContactInTheTextIfThereIsNoOther() {
    String text = "Call or text 1 305 958 2368, or dana@letterbox.example. $305-958-2369.";

    Contact contact = CHECK.check(RawContact.NONE, text);

    assertThat(contact.phones()).containsExactly(new Phone("+13059582368"));
    assertThat(contact.emails()).containsExactly(new Email("dana@letterbox.example"));
    assertThat(codes(contact)).containsExactly("contact_from_text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Call five o five, nine five eight two 368!",
        "Call 5O5-958-2368 now",
        "Call (505)9582368 now",
        "Text me: 5 0 5 9 5 8 2 3 6 8.",
        "Text me: 5.0.5.9.5.8.2.3.6.8",
        "five oh five * nine fiveeight * 2368",
        "5️⃣05-958-2368"
      })
  void findsANumberThatHidesFromPrograms(String text) {
    assertThat(CHECK.check(RawContact.NONE, text).phones())
        .containsExactly(new Phone("+15059582368"));
    assertThat(ContactInText.redacted(text))
        .contains("(on purchase)")
        .doesNotContainIgnoringCase("9582368")
        .doesNotContainIgnoringCase("nine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Built in 1951, 1742 sqft on 6250.",
        "Open 2019 2024 15 to 18",
        "One of two homes, three bedrooms, four baths, five stars, no HOA.",
        "One two three go",
        "$505-958-2368"
      })
  void takesOtherFiguresForNoNumber(String text) {
    assertThat(CHECK.check(RawContact.NONE, text).phones()).isEmpty();
    assertThat(ContactInText.redacted(text)).isEqualTo(text);
  }

  @Test
  void believesADomainWhoseServerDoesNotAnswer() {
    Contact contact = emails(new ContactCheck(_ -> Answer.UNKNOWN), "dana@letterbox.example");

    assertThat(contact.emails()).hasSize(1);
    assertThat(codes(contact)).isEmpty();
  }

  @Test
  void leavesTheTextAloneIfThereIsAContact() {
    RawContact raw = new RawContact(null, List.of("305-958-2368"), List.of());

    assertThat(CHECK.check(raw, "or call 786-958-2368").phones()).hasSize(1);
  }

  @Test
  void saysThatThereIsNoContact() {
    Contact contact = CHECK.check(RawContact.NONE, "Lovely home.");

    assertThat(contact.isReachable()).isFalse();
    assertThat(codes(contact)).containsExactly("no_contact");
  }

  @Test
  void takesAtMostFiveOfAKind() {
    List<String> many = IntStream.range(0, 9).mapToObj(n -> "305-958-100" + n).toList();

    assertThat(CHECK.check(new RawContact(null, many, List.of()), null).phones()).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Owner", "the seller", "dana@letterbox.example", "Call 305-958-2368"})
  void takesNothingElseForAName(String written) {
    assertThat(name(written)).isNull();
  }

  @Test
  void takesNamesUpToEightyCharacters() {
    assertThat(name("N".repeat(80))).hasSize(80);
    assertThat(name("N".repeat(81))).isNull();
  }

  @Test
  void redactsContactsFromTexts() {
    assertThat(ContactInText.redacted("Call (305) 958-2368 or dana@letterbox.example, $450,000"))
        .isEqualTo("Call (on purchase) or (on purchase), $450,000");
  }

  @Test
  void hidesItselfInItsTextForm() {
    assertThat(emails(CHECK, "dana@letterbox.example").toString()).doesNotContain("dana");
    assertThat(new RawContact("Dana", List.of("1"), List.of()))
        .hasToString("1 phones, 0 mail addresses");
  }

  private static @Nullable String name(String written) {
    return CHECK.check(new RawContact(written, List.of(), List.of()), null).name();
  }

  private static Contact emails(ContactCheck check, String email) {
    return check.check(new RawContact(null, List.of(), List.of(email)), null);
  }

  private static List<String> codes(Contact contact) {
    return contact.remarks().stream().map(Explained::code).toList();
  }
}
