package com.aiqleads.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.EventId;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.OfferId;
import com.aiqleads.kernel.PageId;
import com.aiqleads.kernel.Phone;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the document says of kernel types is what is sent.
class KernelSchemasTest {

  private static final UUID ID = Ids.next(InstantSource.system());
  private static final ObjectMapper SENT =
      ApplicationContext.builder().start().getBean(ObjectMapper.class);

  @ParameterizedTest
  @MethodSource("examples")
  void describeWhatIsSent(Object example) throws IOException {
    JsonNode schema = kernel().path(example.getClass().getSimpleName());

    JsonNode sent = new JsonMapper().readTree(SENT.writeValueAsBytes(example));

    assertThat(schema.path("type").asText()).isEqualTo(sent.isTextual() ? "string" : "object");
    assertThat(sent.asText()).matches(schema.path("pattern").asText(".*"));
    assertThat(List.copyOf(schema.path("properties").properties()))
        .extracting(property -> property.getKey())
        .containsExactlyElementsOf(sent::fieldNames);
  }

  /// A currency is never sent alone.
  @Test
  void leaveNoTypeUntried() throws IOException {
    Stream<String> tried = examples().map(example -> example.getClass().getSimpleName());

    assertThat(Stream.concat(tried, Stream.of("Currency")))
        .containsExactlyInAnyOrderElementsOf(kernel()::fieldNames);
  }

  static Stream<Object> examples() {
    return Stream.of(
        new CorrelationId(ID),
        new EventId(ID),
        new LeadId(ID),
        new ListingId(ID),
        new OfferId(ID),
        new PageId(ID),
        new TeamId(ID),
        new UserId(ID),
        new Email("ann@buyers.example"),
        new Phone("+13125550142"),
        new GeoPoint(41.88, -87.63),
        new Money(1250, Currency.getInstance("USD")));
  }

  private static JsonNode kernel() throws IOException {
    return WriteDocument.read(WriteDocument.KERNEL);
  }
}
