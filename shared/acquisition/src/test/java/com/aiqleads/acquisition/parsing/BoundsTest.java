package com.aiqleads.acquisition.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.RawContact;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.parsing.PageReading.Read;
import com.aiqleads.acquisition.parsing.PageReading.Refused;
import com.aiqleads.acquisition.parsing.PageReading.RefusedListing;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundsTest {

  private static final String LONG = "é".repeat(300_000);
  private static final String GOOD = "{\"id\":\"1\"}";

  @Test
  void aTitleWithoutEndIsCutAndCostsNoOtherAdvertisement() {
    Read reading = between("{'id':'2','listingTitle':'%s'}".formatted(LONG));

    assertThat(reading.listings())
        .extracting(parsed -> parsed.listing().title().length())
        .containsExactly(22, Bounds.MAX_TITLE_LENGTH, 22);
    assertThat(reading.refused()).isEmpty();
  }

  @Test
  void aFieldThatIsLongerThanItCanTrulyBeIsMissing() {
    String line = "x".repeat(Bounds.MAX_LINE_LENGTH);
    String email = "x".repeat(Bounds.MAX_EMAIL_LENGTH);

    assertThat(filled(line, email).address()).isEqualTo(new RawAddress(line, line, line, line));
    assertThat(filled(line, email).contact().emails()).containsExactly(email);
    assertThat(filled(line, email).contact().phones()).containsExactly(line);
    assertThat(filled(line, email).listing().mlsNumber()).isEqualTo(line);
    assertThat(filled(line + "x", email + "x").address()).isEqualTo(RawAddress.UNKNOWN);
    assertThat(filled(line + "x", email + "x").contact()).isEqualTo(RawContact.NONE);
    assertThat(filled(line + "x", email + "x").listing().mlsNumber()).isNull();
  }

  @Test
  void refusesAnAdvertisementWhoseIdIsLongerThanAnyRealOne() {
    String most = "7".repeat(Bounds.MAX_ID_LENGTH);

    assertThat(between("{'id':'%s'}".formatted(most)).listings()).hasSize(3);
    Read reading = between("{'id':'%s'}".formatted(most + "7"));
    assertThat(reading.listings()).hasSize(2);
    assertThat(reading.refused())
        .extracting(RefusedListing::reason)
        .containsExactly(PageRefusal.MALFORMED);
    assertThat(
            PageParser.of(Source.FSBO)
                .read(
                    new Page(
                        Source.FSBO,
                        "https://fsbo.com/",
                        Pages.text("fsbo-older.html").replaceFirst("54\\d{4}", most + "7"),
                        Pages.FETCHED_AT)))
        .isEqualTo(new Refused(PageState.CONTENT, PageRefusal.MALFORMED));
  }

  @Test
  void keepsAsManyPhotosAsAMessageHolds() {
    assertThat(photos(41, 50)).isEqualTo(40);
    assertThat(photos(40, Bounds.MAX_PHOTOS_LENGTH / 40)).isEqualTo(40);
    assertThat(photos(40, Bounds.MAX_PHOTOS_LENGTH / 40 + 1)).isEqualTo(39);
    assertThat(photos(3, 2_001)).isZero();
  }

  @Test
  void keepsNoPhotoThatIsNoAddressAndMendsSpaces() {
    Listing listing =
        read("{'id':'1','photos':['javascript:alert(1)','data:image/png;base64,x','/a b.jpg',"
                + "'/{c}.jpg','/café.jpg']}")
            .listing();

    assertThat(listing.photoUrls())
        .containsExactly(
            "https://directory.forsalebyowner.com/a%20b.jpg",
            "https://directory.forsalebyowner.com/caf%C3%A9.jpg");
  }

  @Test
  void takesNoScriptForTheAddressOfAnAdvertisement() {
    assertThat(read("{'id':'1','listingURL':'javascript:alert(1)'}").listing().url())
        .isEqualTo(Pages.SEARCH_URL);
    assertThat(
            between("{'id':'2','listingStatus':'Sold','listingURL':'javascript:alert(1)'}")
                .refused())
        .extracting(RefusedListing::url)
        .containsExactly(Pages.SEARCH_URL);
  }

  @Test
  void leavesOutWhatNoStoreOrQueueTakes() {
    ParsedListing parsed =
        read(
            "{'id':'1','listingTitle':'\\u0000','fullName':'a\\u0000b\\ud83c c\\uffff',"
                + "'listingDescription':'one\\u0001\\ntwo \\ud83c\\udfe0','mlsNumber':'\\u0007'}");

    assertThat(parsed.listing().title()).isEqualTo("ab c");
    assertThat(parsed.listing().description()).isEqualTo("one\ntwo \uD83C\uDFE0");
    assertThat(parsed.listing().mlsNumber()).isNull();
  }

  @Test
  void leavesItOutOfHtmlToo() {
    Read reading =
        (Read)
            PageParser.of(Source.FSBO)
                .read(
                    Pages.fsbo(
                        Pages.text("fsbo-current.html")
                            .replace("Bright house", "Bright&#1; ho\u0001use")
                            .replace("Dana", "Da&#7;na")));

    assertThat(reading.listings().getFirst().listing().title())
        .isEqualTo("Bright house near Coral Way");
    assertThat(reading.listings().getFirst().contact().name()).isEqualTo("Dana Whitfield");
  }

  private static ParsedListing filled(String line, String email) {
    return read(
        ("{'id':'1','mlsNumber':'%1$s','address':{'fullStreetAddress':'%1$s','city':'%1$s',"
                + "'stateOrProvince':'%1$s','postalCode':'%1$s'},"
                + "'contact':{'ownerName':'%1$s','phone':'%1$s','email':'%2$s'}}")
            .formatted(line, email));
  }

  private static int photos(int count, int length) {
    String urls =
        IntStream.range(0, count)
            .mapToObj(number -> "'https://pictures.example/" + (100 + number))
            .map(url -> url + "x".repeat(length - url.length() + 1) + "'")
            .collect(Collectors.joining(","));
    return read("{'id':'1','photos':[" + urls + "]}").listing().photoUrls().size();
  }

  private static ParsedListing read(String item) {
    return between(item.replace("'id':'1'", "'id':'2'")).listings().get(1);
  }

  private static Read between(String item) {
    return (Read)
        PageParser.of(Source.FORSALEBYOWNER)
            .read(
                Pages.forSaleByOwner(
                    "{\"success\":true,\"data\":{\"listings\":[%s,%s,%s]}}"
                        .formatted(GOOD, item.replace('\'', '"'), GOOD.replace('1', '3'))));
  }
}
