package com.aiqleads.acquisition.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.Explained;
import com.aiqleads.acquisition.RawContact;
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
        "email_disposable | dana@mailinator.com",
        "email_relay      | 5f3a@hous.craigslist.org"
      })
  void dropsMailThatReachesNobody(String remark, String written) {
    Contact contact = CHECK.check(new RawContact(null, List.of(), List.of(written)), null);

    assertThat(contact.emails()).isEmpty();
    assertThat(codes(contact)).containsExactly(remark, "no_contact");
  }

  @Test
  void keepsTheMailOfAnOfficeWithADoubt() {
    Contact contact = emails(CHECK, "Info@letterbox.example");

    assertThat(contact.emails()).hasSize(1);
    assertThat(codes(contact)).containsExactly("email_role");
  }

  @Test
  void asksWhetherTheDomainTakesMail() {
    ContactCheck strict = new ContactCheck("letterbox.example"::equals);

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
