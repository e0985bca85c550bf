package com.aiqleads.marketplace.managewallet;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.Conflict;
import com.aiqleads.lambda.http.Fields;
import com.aiqleads.marketplace.wallet.Statement;
import com.aiqleads.marketplace.wallet.Wallets;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

@Controller("/wallet/statement")
@Tag(name = "Money")
final class StatementsController {

  /// Of about a hundred bytes each; an answer of a function has at most six million.
  private static final int MOST = 10_000;

  enum Format {
    CSV("text/csv; charset=utf-8"),
    PDF("application/pdf");

    private final String mediaType;

    Format(String mediaType) {
      this.mediaType = mediaType;
    }

    byte[] of(Statement statement) {
      return switch (this) {
        case CSV -> StatementCsv.of(statement);
        case PDF -> StatementPdf.of(statement);
      };
    }

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Format parse(String text) {
      for (Format format : values()) {
        if (format.text().equals(text)) {
          return format;
        }
      }
      throw new IllegalArgumentException("no format");
    }
  }

  private final Wallets wallets;

  StatementsController(Wallets wallets) {
    this.wallets = wallets;
  }

  @Get
  @Produces({"text/csv", "application/pdf"})
  @Operation(
      summary = "A statement of my team's money",
      description = "Every movement of these days (UTC), oldest first, as a file.")
  HttpResponse<byte[]> statement(
      @Parameter(hidden = true) Caller caller,
      @QueryValue @Parameter(description = "The first day, such as 2026-11-01.")
          Optional<String> from,
      @QueryValue @Parameter(description = "The last day; at most 366 in all.")
          Optional<String> until,
      @QueryValue @Parameter(description = "csv or pdf") Optional<String> format) {
    Fields fields = new Fields();
    String rule = "must be a day such as 2026-11-01, of this century";
    Optional<LocalDate> first =
        fields.require("from", from.orElse(null), StatementsController::day, rule);
    Optional<LocalDate> last =
        fields.require("until", until.orElse(null), StatementsController::day, rule);
    Optional<Format> file =
        fields.require("format", format.orElse(null), Format::parse, "must be csv or pdf");
    if (first.isPresent() && last.isPresent() && !isPeriod(first.get(), last.get())) {
      fields.refuse("until", "must be at most a year after the first day");
    }
    fields.throwIfAnyIsWrong();
    Statement statement =
        wallets.statement(caller.team(), first.orElseThrow(), last.orElseThrow(), MOST + 1);
    if (statement.movements().size() > MOST) {
      throw new Conflict("statement-too-long", "It has over 10,000 lines; ask for fewer days.");
    }
    return answer(statement, file.orElseThrow());
  }

  private static boolean isPeriod(LocalDate first, LocalDate last) {
    long days = ChronoUnit.DAYS.between(first, last);
    return days >= 0 && days < Statement.MOST_DAYS;
  }

  private static HttpResponse<byte[]> answer(Statement statement, Format format) {
    String name = "aiqleads-%s-%s.%s".formatted(statement.from(), statement.until(), format.text());
    return HttpResponse.ok(format.of(statement))
        .contentType(new MediaType(format.mediaType))
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  private static LocalDate day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() / 100 != 20) {
        throw new IllegalArgumentException("another century");
      }
      return day;
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no day", e);
    }
  }
}
