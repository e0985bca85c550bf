package com.aiqleads.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.LeadId;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NullMarked
class RecordAgreementTest {

  record Disagreeing(
      LeadId leadId, @Personal @Nullable String name, int count, List<GeoPoint> places) {}

  @Test
  void namesEveryDisagreement() {
    SchemaNode schema = SchemaNode.at("com/aiqleads/events/disagreeing.schema.json");

    List<String> disagreements = RecordAgreement.disagreements(Disagreeing.class, schema);

    assertThat(disagreements)
        .containsExactly(
            "Disagreeing: fields: record [count, leadId, name, places],"
                + " schema [count, extra, leadId, name, places]",
            "Disagreeing.leadId: type: record LeadId, schema ListingId",
            "Disagreeing.name: personal: record true, schema false",
            "Disagreeing.name: required: record false, schema true",
            "Disagreeing.count: type: record integer, schema string",
            "Disagreeing.places[]: type: record GeoPoint, schema ");
  }
}
