package com.aiqleads.acquisition.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.contact.Checked.Dropped;
import com.aiqleads.acquisition.contact.Checked.Kept;
import com.aiqleads.kernel.Phone;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhonesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(305) 958-2368",
        "305.958.2368",
        "305-958-2368",
        "1 305 958 2368",
        "+1 305 958 2368",
        "3059582368",
        " 305 958 2368 "
      })
  void readsOneNumberInAllItsSpellings(String written) {
    assertThat(Phones.check(written)).isEqualTo(new Kept<>(new Phone("+13059582368"), List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PHONE_OBFUSCATED | three oh five - 958 - two three six eight",
        "PHONE_OBFUSCATED | 3o5-958-2368",
        "PHONE_OBFUSCATED | 3O5-958-2368",
        "PHONE_OBFUSCATED | five o five 958 2368",
        "PHONE_OBFUSCATED | fiveohfive nine58-2368",
        "PHONE_OBFUSCATED | 3l2-958-2368",
        "PHONE_OBFUSCATED | ３０５-958-2368",
        "PHONE_EXTENSION  | 305-958-2368 ext. 12",
        "PHONE_FOREIGN    | +44 20 7946 0958"
      })
  void keepsWithADoubt(ContactRemark doubt, String written) {
    List<ContactRemark> doubts =
        switch (Phones.check(written)) {
          case Kept<Phone> kept -> kept.remarks();
          case Dropped<Phone> _ -> List.of();
        };

    assertThat(doubts).containsExactly(doubt);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PHONE_FICTIONAL      | 305-555-0100",
        "PHONE_FICTIONAL      | 305-555-0199",
        "PHONE_FICTIONAL      | 800-555-0142",
        "PHONE_TOLL_FREE      | 800-958-2368",
        "PHONE_TOLL_FREE      | 833-958-2368",
        "PHONE_TOLL_FREE      | 1-888-958-2368",
        "PHONE_PREMIUM        | 900-958-2368",
        "PHONE_REPEATED_DIGIT | 222-222-2222",
        "PHONE_REPEATED_DIGIT | 1 999 999 9999",
        "PHONE_INVALID        | 305-958-236",
        "PHONE_INVALID        | 105-958-2368",
        "PHONE_INVALID        | 305-911-2368",
        "PHONE_INVALID        | 305-158-2368",
        "PHONE_INVALID        | 305-058-2368",
        "PHONE_INVALID        | 305-411-2368",
        "PHONE_INVALID        | 911-958-2368",
        "PHONE_UNREADABLE     | call me",
        "PHONE_UNREADABLE     | ''"
      })
  void drops(ContactRemark why, String written) {
    assertThat(Phones.check(written)).isEqualTo(new Dropped<>(why));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Phone: 305-958-2368", "305\u200b-958-2368", "Stone 305-958-2368"})
  void takesNoWordForADigit(String written) {
    assertThat(Phones.check(written)).isEqualTo(new Kept<>(new Phone("+13059582368"), List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"305-555-0099", "305-555-0200"})
  void keepsNumbersBesideTheFictionalOnes(String written) {
    assertThat(Phones.check(written)).isInstanceOf(Kept.class);
  }

  @Property
  void noTextBreaksIt(@ForAll String written) {
    assertThat(Phones.check(written)).isNotNull();
  }

  @Property
  void everySpellingOfANumberIsThatNumber(@ForAll @IntRange(min = 0, max = 9999) int line) {
    String digits = String.format("%04d", line);

    assertThat(Phones.check("(305) 958-" + digits)).isEqualTo(Phones.check("305.958." + digits));
  }
}
