package com.aiqleads.acquisition.overseeacquisition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.approving.AccessBasis;
import com.aiqleads.acquisition.approving.FieldGroup;
import com.aiqleads.acquisition.approving.ImageMode;
import com.aiqleads.acquisition.approving.Permit;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.http.BadInput;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermitRequestTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final UserId WHO = new UserId(Ids.derived("user"));
  private static final String PERMIT =
      """
      {"termsUrl":"https://fsbo.com/terms","termsReviewedAt":"2026-11-19T12:00:00Z",
       "robotsUrl":"https://fsbo.com/robots.txt","accessBasis":"public",
       "expiresAt":"2026-12-20T12:00:00Z","allowedFields":["property","price"],
       "imageMode":"link","cadenceMinutes":30}
      """;

  @Test
  void isAPermitOfWhoeverSentIt() {
    assertThat(read(PERMIT).checked(Source.FSBO, WHO, NOON))
        .isEqualTo(
            new Permit(
                Source.FSBO,
                URI.create("https://fsbo.com/terms"),
                Instant.parse("2026-11-19T12:00:00Z"),
                URI.create("https://fsbo.com/robots.txt"),
                AccessBasis.PUBLIC,
                WHO.text(),
                NOON,
                Instant.parse("2026-12-20T12:00:00Z"),
                Set.of(FieldGroup.PROPERTY, FieldGroup.PRICE),
                ImageMode.LINK,
                Duration.ofMinutes(30)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-19T12:00:00Z | 2026-11-20T12:00:00Z",
        "2026-11-19T12:00:00Z | 2025-11-19T12:00:00Z",
        "2026-12-20T12:00:00Z | 2026-11-20T12:00:00.001Z",
        "2026-12-20T12:00:00Z | 2027-11-21T12:00:00Z",
        ":30 | :5",
        ":30 | :43200"
      })
  void takesTheFirstAndLastValueThatIsRight(String usual, String edge) {
    assertThat(read(PERMIT.replace(usual, edge)).checked(Source.FSBO, WHO, NOON)).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://fsbo.com/terms | ftp://fsbo.com/terms | termsUrl",
        "https://fsbo.com/robots.txt | nowhere | robotsUrl",
        "https://fsbo.com/robots.txt | https:robots | robotsUrl",
        "2026-11-19T12:00:00Z | 2026-11-20T12:00:00.001Z | termsReviewedAt",
        "2026-11-19T12:00:00Z | 2025-11-19T11:59:59Z | termsReviewedAt",
        "2026-12-20T12:00:00Z | 2026-11-20T12:00:00Z | expiresAt",
        "2026-12-20T12:00:00Z | 2027-11-21T12:00:00.001Z | expiresAt",
        "2026-12-20T12:00:00Z | soon | expiresAt",
        "\"public\" | \"because\" | accessBasis",
        "\"price\" | \"everything\" | allowedFields[1]",
        "[\"property\",\"price\"] | [] | allowedFields",
        "\"link\" | \"copy\" | imageMode",
        ":30 | :4 | cadenceMinutes",
        ":30 | :43201 | cadenceMinutes",
        ":30 | :null | cadenceMinutes"
      })
  void saysWhichValueIsWrong(String right, String wrong, String field) {
    PermitRequest request = read(PERMIT.replace(right, wrong));

    BadInput refused =
        catchThrowableOfType(BadInput.class, () -> request.checked(Source.FSBO, WHO, NOON));

    assertThat(refused.wrongFields()).extracting("field").containsExactly(field);
  }

  private static PermitRequest read(String json) {
    try {
      return ObjectMapper.getDefault().readValue(json, PermitRequest.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
