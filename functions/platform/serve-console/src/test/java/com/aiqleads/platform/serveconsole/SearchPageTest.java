package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import org.junit.jupiter.api.Test;

/// The search and its map.
class SearchPageTest extends RunningConsole {

  @Test
  void listsLeadsWithFacetsAndTheWayToTheNextPage() {
    API.answers(
        "/leads",
        200,
        """
        {"total":1234,"leads":[%s],"next":"c2","answeredBy":"index","facets":[{"name":"city",
         "values":[{"value":"Miami FL","label":"Miami, FL","count":900,"chosen":true},
                   {"value":"Austin TX","label":"Austin, TX","count":334,"chosen":false}]}]}
        """
            .formatted(LEAD.formatted("")));

    String page =
        signedIn("buyer", "marketplace:read")
            .get("/console/leads?city=Miami+FL&q=&sort=price&near=25,-80")
            .getBody();

    assertThat(API.calls().getLast().path())
        .isEqualTo("/leads?city=Miami+FL&near=25%2C-80&sort=price");
    assertThat(page)
        .contains(
            "<strong>1,234</strong> leads",
            "3-bedroom house in Miami, FL",
            "$12.50",
            "Miami, FL 33137",
            "House · 3 beds · 2.5 baths · 1,800 sq ft · built 1978",
            "asks $450,000",
            "on fsbo and forsalebyowner",
            "Good, 81",
            "value=\"Miami FL\" checked",
            "cursor=c2",
            "Nearest first");
  }

  @Test
  void saysWhenTheDatabaseAnswersAndWhenNothingMatches() {
    API.answers("/leads", 200, "{\"total\":0,\"leads\":[],\"answeredBy\":\"database\"}");

    String page =
        signedIn("buyer", "marketplace:read").get("/console/leads?cursor=c1&box=1,2,3,4").getBody();

    assertThat(page)
        .contains("The search index is being rebuilt", "Nothing matches", "First page")
        .contains("Only what the map showed");
  }

  @Test
  void showsWhatIsWrongWithASearch() {
    API.answers(
        "/leads",
        400,
        "{\"title\":\"Bad request\",\"detail\":\"Some parameters are wrong.\","
            + "\"errors\":[{\"field\":\"minPrice\",\"message\":\"must be a number\"}]}");

    APIGatewayV2HTTPResponse answer =
        signedIn("buyer", "marketplace:read").get("/console/leads?minPrice=cheap");

    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(answer.getBody())
        .contains("Price of the lead from, in dollars: must be a number", "value=\"cheap\"")
        .doesNotContain("Nothing matches", "Keep this search");
  }

  /// Of cities the commonest come first; numbers of bedrooms and prices rise.
  @Test
  void namesBedroomsAndPricesFromTheLowest() {
    API.answers(
        "/leads",
        200,
        """
        {"total":0,"leads":[],"facets":[
          {"name":"city","values":[{"value":"Miami FL","label":"Miami, FL","count":9},
            {"value":"Austin TX","label":"Austin, TX","count":3}]},
          {"name":"beds","values":[{"value":"5","label":"5 or more","count":9},
            {"value":"1","label":"1 only","count":3}]},
          {"name":"priceBand","values":[{"value":"from-40","label":"$40 and more","count":9},
            {"value":"from-10-to-20","label":"$10 to $20","count":5},
            {"value":"under-10","label":"Under $10","count":3}]}]}
        """);

    assertThat(signedIn("buyer", "marketplace:read").get("/console/leads").getBody())
        .containsSubsequence(
            "Miami, FL", "Austin, TX", "1 only", "5 or more", "Under $10", "$10 to", "$40 and");
  }

  @Test
  void keepsLeadsFromThoseWhoMayNotSeeThem() {
    API.answers("/leads", 403, "{\"title\":\"Forbidden\"}");

    APIGatewayV2HTTPResponse answer = signedIn("candidate", "careers:read").get("/console/leads");

    assertThat(answer.getStatusCode()).isEqualTo(403);
    assertThat(answer.getBody()).contains("Your role does not include this page");
  }

  @Test
  void givesTheMapItsPoints() {
    API.answers(
        "/leads/map",
        200,
        """
        {"total":3,"leads":[{"id":"lead_01","location":{"latitude":25.77,"longitude":-80.19},
          "price":{"minorUnits":1200,"currency":"USD"}}],
         "squares":[{"location":{"latitude":30.2,"longitude":-97.7},"count":2,
          "lowestPrice":{"minorUnits":950,"currency":"USD"}}]}
        """);

    APIGatewayV2HTTPResponse answer =
        signedIn("buyer", "marketplace:read")
            .get("/console/leads/points?near=25.77,-80.19&radiusKm=10&sort=distance");

    assertThat(API.calls().getLast().path())
        .isEqualTo("/leads/map?box=25.6802%2C-80.2898%2C25.8598%2C-80.0902");
    assertThat(answer.getBody())
        .contains("\"type\":\"FeatureCollection\"", "[-80.19,25.77]", "\"label\":\"$12\"")
        .contains("\"label\":\"from $9.50\"", "\"count\":2");
  }

  @Test
  void givesTheMapNoPointsWhenItMayNotHaveAny() {
    API.answers("/leads/map", 403, "{\"title\":\"Forbidden\",\"code\":\"missing-scope\"}");

    APIGatewayV2HTTPResponse answer =
        signedIn("candidate", "careers:read").get("/console/leads/points");

    assertThat(answer.getStatusCode()).isEqualTo(403);
    assertThat(answer.getBody()).contains("missing-scope").doesNotContain("FeatureCollection");
    assertThat(Visitor.header(answer, "content-type")).startsWith("application/problem+json");
  }

  @Test
  void saysWhatIsWrongWithTheQuestionOfTheMap() {
    API.answers("/leads/map", 400, "{\"title\":\"Bad Request\"}");

    assertThat(
            signedIn("buyer", "marketplace:read")
                .get("/console/leads/points?minPrice=cheap")
                .getStatusCode())
        .isEqualTo(400);
  }

  @Test
  void showsTheWholeCountryWhereThePlaceIsNonsense() {
    API.answers("/leads/map", 200, "{}");

    signedIn("buyer", "marketplace:read").get("/console/leads/points?near=here");

    assertThat(API.calls().getLast().path()).isEqualTo("/leads/map?box=24%2C-125%2C50%2C-66");
  }
}
