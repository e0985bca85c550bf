package com.aiqleads.local.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.local.host.http.Json;
import com.aiqleads.local.host.queue.Hop;
import com.aiqleads.local.host.queue.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {

  private final Tally tally = new Tally();

  @Test
  void countsEachThingOnce() {
    for (int delivery = 0; delivery < 2; delivery++) {
      saw("PageFetched", "{\"pageId\":\"page_1\"}");
      saw("ListingParsed", "{\"listingId\":\"listing_1\"}");
      saw("ListingParsed", "{\"listingId\":\"listing_2\"}");
      saw("ListingParsed", "{\"listingId\":\"listing_3\"}");
      saw("JobFound", "{\"listingId\":\"listing_4\"}");
      saw("LeadValidated", "{}");
      resolved("listing_1", false);
      resolved("listing_2", true);
      saw(
          "LeadRejected",
          "{\"listingId\":\"listing_3\",\"reasons\":[{\"code\":\"no-phone\"},{\"code\":\"no-email\"}]}");
      saw("PageRejected", "{\"pageId\":\"page_2\",\"reasons\":[{\"code\":\"expired\"}]}");
      saw("LeadPublished", "{\"lead\":{\"leadId\":\"lead_1\"}}");
    }

    assertThat(tally.figures())
        .isEqualTo(
            new Tally.Figures(
                1, 3, 1, Map.of("no-phone", 1, "no-email", 1, "expired", 1), 1, 1, 0));
  }

  @Test
  void missesWhatNeitherWasRefusedNorIsPublished() {
    saw("ListingParsed", "{\"listingId\":\"listing_1\"}");
    saw("ListingParsed", "{\"listingId\":\"listing_2\"}");
    resolved("listing_2", false);

    assertThat(tally.figures().lost()).isEqualTo(2);
  }

  @Test
  void takesAllListingsOfARefusedLeadForRefused() {
    saw("ListingParsed", "{\"listingId\":\"listing_1\"}");
    saw("ListingParsed", "{\"listingId\":\"listing_2\"}");
    resolved("listing_1", false);
    resolved("listing_2", true);
    saw("LeadRejected", "{\"listingId\":\"listing_1\",\"reasons\":[{\"code\":\"worthless\"}]}");

    assertThat(tally.figures().lost()).isZero();
  }

  @Test
  void missesNothingOfALeadThatEnded() {
    saw("ListingParsed", "{\"listingId\":\"listing_1\"}");
    resolved("listing_1", false);
    saw("LeadEnded", "{\"leadId\":\"lead_1\",\"version\":2}");

    assertThat(tally.figures().lost()).isZero();
  }

  @Test
  void countsNothingThatHasFailed() {
    tally.saw(hop("PageFetched", false), message("{\"pageId\":\"page_1\"}"));

    assertThat(tally.figures().pages()).isZero();
  }

  @Test
  void doesNotMindWhatIsNoEnvelope() {
    tally.saw(hop("LeadValidated", true), new Message(Json.object().put("Body", "<xml>")));

    assertThat(tally.figures().leads()).isZero();
  }

  private void resolved(String listing, boolean merged) {
    saw(
        "LeadResolved",
        """
        {"listingId":"%s","lead":{"leadId":"lead_1","listingId":"the best"},"merged":%s}\
        """
            .formatted(listing, merged));
  }

  private void saw(String event, String data) {
    tally.saw(hop(event, true), message(data));
  }

  private static Message message(String data) {
    return new Message(Json.object().put("Body", "{\"data\":" + data + "}"));
  }

  private static Hop hop(String event, boolean done) {
    return new Hop(Instant.EPOCH, "a-function", event, "evt_1", "cor_1", done, Duration.ZERO);
  }
}
