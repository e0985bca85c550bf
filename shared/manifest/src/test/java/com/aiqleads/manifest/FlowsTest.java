package com.aiqleads.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowsTest {

  @TempDir private Path root;
  private Checkout checkout;

  @BeforeEach
  void writePages() {
    checkout = Checkout.in(root);
    Flows.main(root.toString());
  }

  @Test
  void drawAContextWithItsNeighbours() {
    assertThat(Flows.pages(checkout.read()).get("acquisition.md"))
        .isEqualTo(
            """
            <!-- Generated from the manifests; do not edit. Regenerate: %s -->
            # acquisition

            Finds leads.

            ```mermaid
            flowchart LR
              acquisition_resolve_lead[resolve-lead]
              acquisition_resolve_lead_in>"rate(15 minutes)"]
              acquisition_score_lead[score-lead]
              marketplace_price_lead([marketplace: price-lead])
              acquisition_resolve_lead -- LeadResolved --> acquisition_score_lead
              acquisition_resolve_lead_in --> acquisition_resolve_lead
              acquisition_score_lead -- LeadScored --> marketplace_price_lead
            ```

            ## Functions

            | function | does | runs on | if it fails |
            |---|---|---|---|
            | [resolve-lead](../../functions/acquisition/resolve-lead/function.yaml) \
            | Resolves a lead. | `rate(15 minutes)` | New leads stop. |
            | [score-lead](../../functions/acquisition/score-lead/function.yaml) \
            | Scores a lead. | LeadResolved | New leads stop. |

            ## Events

            | event | happens when | from | to |
            |---|---|---|---|
            | [LeadResolved](../../events/acquisition/src/main/resources/com/aiqleads/events/\
            acquisition/LeadResolved/v1.schema.json) | LeadResolved happened. \
            | acquisition-resolve-lead | acquisition-score-lead |
            | [LeadScored](../../events/acquisition/src/main/resources/com/aiqleads/events/\
            acquisition/LeadScored/v1.schema.json) | LeadScored happened. \
            | acquisition-score-lead | marketplace-price-lead |

            ## Stores

            | kind | name | used by |
            |---|---|---|
            | table | validation-cache | acquisition-score-lead, marketplace-search-leads |
            | bucket | pages |  |
            | secret | contact-key |  |
            | key | tokens |  |
            """
                .formatted(Flows.COMMAND));
  }

  @Test
  void listRoutesAndWhoMayCallThem() {
    assertThat(Flows.pages(checkout.read()).get("marketplace.md"))
        .contains("marketplace_search_leads_in>\"HTTP\"]", "acquisition: score-lead")
        .contains("| `GET /leads/{id}` | marketplace:read | search-leads |")
        .doesNotContain("## Events");
  }

  @Test
  void drawEveryTriggerAndEventsThatLeave() {
    String start = "purpose: A.\nerror-impact: B.\n";
    checkout.function("marketplace", "a-b", "AB", start + "trigger: { bucket: acquisition/pages }");
    checkout.function(
        "acquisition", "c-d", "CD", start + "trigger: on-demand\nemits: [LeadLost]\n");
    checkout.event("acquisition", "LeadLost");

    assertThat(Flows.pages(checkout.read()).get("marketplace.md"))
        .contains("marketplace_a_b_in>\"bucket acquisition/pages\"]")
        .contains("| A. | objects put into `acquisition/pages` | B. |");
    assertThat(Flows.pages(checkout.read()).get("acquisition.md"))
        .contains("acquisition_c_d_in>\"demand\"]", "LeadLost_out([LeadLost])")
        .contains("acquisition_c_d --> LeadLost_out", "| acquisition-c-d | nobody here |");
  }

  @Test
  void areFreshOnceWritten() {
    assertThat(Flows.stale(checkout.read())).isEmpty();
  }

  @Test
  void areStaleWhenAManifestChangesOrAContextGoes() {
    checkout.write("docs/flows/careers.md", "old");
    checkout.context("marketplace", "purpose: Sells more leads.\n");

    assertThat(Flows.stale(checkout.read()))
        .extracting(Problem::toString)
        .containsExactly(
            "docs/flows/careers.md:1: is stale; run " + Flows.COMMAND,
            "docs/flows/marketplace.md:1: is stale; run " + Flows.COMMAND);
  }

  @Test
  void replaceWhatIsStale() {
    checkout.write("docs/flows/careers.md", "old");

    Flows.main(root.toString());

    assertThat(Flows.stale(checkout.read())).isEmpty();
  }
}
