package com.aiqleads.marketplace.searchleads;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.NotFound;
import com.aiqleads.marketplace.search.QueryParameters;
import com.aiqleads.marketplace.searchleads.QueryReader.Question;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

@Controller("/leads")
@Tag(name = "Leads")
final class LeadsController {

  private final SearchLeads searchLeads;
  private final InstantSource clock;

  LeadsController(SearchLeads searchLeads, InstantSource clock) {
    this.searchLeads = searchLeads;
    this.clock = clock;
  }

  @Get
  @Operation(
      summary = "Search leads",
      description =
          "Leads on sale that match every parameter, a page at a time. Several values of one"
              + " parameter are parted by commas. No list has a seller, also of what your team"
              + " owns: `GET /leads/{id}` does.")
  @SearchParameters
  @Parameter(name = "near", in = ParameterIn.QUERY, description = "Place: latitude,longitude.")
  @Parameter(name = "radiusKm", in = ParameterIn.QUERY, description = "Around it; 25 if not said.")
  @Parameter(name = "box", in = ParameterIn.QUERY, description = "south,west,north,east.")
  @Parameter(
      name = "sort",
      in = ParameterIn.QUERY,
      description = "newest (if not said), price, -price, quality, distance (with near).")
  @Parameter(name = "limit", in = ParameterIn.QUERY, description = "Of a page: 1 to 100; 20.")
  @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "The `next` of a page.")
  LeadPageView search(HttpRequest<?> request, @Parameter(hidden = true) Caller caller) {
    Question question = QueryReader.read(parameters(request), clock.instant());
    return searchLeads.find(caller.team(), question.query(), question::cursorAfter);
  }

  @Get("/map")
  @Operation(
      summary = "Leads on a map",
      description = "The leads of a box: each if there are at most 2,000, else counted in squares.")
  @SearchParameters
  @Parameter(
      name = "box",
      in = ParameterIn.QUERY,
      required = true,
      description = "south,west,north,east.")
  LeadMapView map(HttpRequest<?> request) {
    return searchLeads.map(QueryReader.readMap(parameters(request), clock.instant()));
  }

  @Get("/{id}")
  @Operation(summary = "Look at a lead", description = "With the reasons for quality and price.")
  LeadView lead(
      HttpRequest<?> request, @Parameter(hidden = true) Caller caller, @PathVariable String id) {
    QueryReader.refuseWrong(new QueryParameters(parameters(request), Set.of()));
    return searchLeads.one(caller.team(), leadId(id)).orElseThrow(LeadsController::noSuchLead);
  }

  private static LeadId leadId(String text) {
    try {
      return LeadId.parse(text);
    } catch (IllegalArgumentException _) {
      throw noSuchLead();
    }
  }

  private static NotFound noSuchLead() {
    return new NotFound("no-such-lead", "There is no lead with this id on sale.");
  }

  private static Map<String, List<String>> parameters(HttpRequest<?> request) {
    return request.getParameters().asMap();
  }
}
