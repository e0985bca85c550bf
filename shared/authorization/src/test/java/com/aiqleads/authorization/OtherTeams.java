package com.aiqleads.authorization;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Which test tries as somebody of another team what no test can try by itself: acts on what a
/// body names or the token says, what an id names that is everybody's, where an answer may still
/// have a part that is one team's, and what a founder's scopes are too few for. `OtherTeamsTest`
/// tries the rest against the running product: lists, and ids in addresses, whose owners the
/// manifests name. What is whose, only the stores know, so these tests stand there. A route that
/// belongs here and is missing fails the build, and so does one that does not belong.
final class OtherTeams {

  private static final String OWN_FACTOR = "SecondFactorsContract.takesNobodyElsesCode";

  /// Admins help people of every team.
  private static final String ADMINS =
      "SecondFactorControllerTest.letsAdminsAndNobodyElseTakeSomebodysFactorAway";

  private static final String INVITATIONS = "InvitationsContract.isOutOfReachForAForeignTeam";
  private static final String AUDIT = "AuditTrailContract.tellsNothingToAForeignTeam";

  /// Stores serve all teams; operators alone see how each is.
  private static final String OPERATORS = "CheckHealthHandlerTest.tellsNobodyElseOfStores";

  /// Sources and what is known of pages belong to no team; operators alone see them.
  private static final String OVERSEERS = "OverseeAcquisitionHandlerTest.tellsNobodyElseOfSources";

  private static final String DECIDERS =
      "OverseeAcquisitionHandlerTest.onlyAPersonApprovesAndOnlyAnAdmin";

  private static final String WATCHERS = "SourceHealthTest.onlyAnAdminWhoHasSignedInDecides";

  /// People who asked not to be collected are no team's.
  private static final String PRIVACY = "OverseePrivacyHandlerTest.onlyAnAdminDecidesAboutPeople";

  private static final String FRAUDS = "CheckFraudHandlerTest.answersOnlyWhomItMay";

  /// Prices are those of all teams; operators alone see what they are made of.
  private static final String PRICES =
      "ManagePriceBookHandlerTest.answersOnlyAdminsAndChangesOnlyForPeople";

  /// Support judges what teams give back, admins count it; no team sees another's.
  private static final String JUDGES =
      "SettleReturnHandlerTest.letsAPersonDecideAnAppealOnceAndForAll";

  private static final String HOLDS = "ManageCartHandlerTest.keepsTeamsApart";
  private static final String WAITS = "ManageCartHandlerTest.saysWhyATeamCannotWait";

  /// Who bought a lead goes on to see what it has cost.
  private static final String QUOTES =
      "QuotePriceHandlerTest.tellsOnlyWhoBoughtItOfALeadThatIsNoLongerOnSale";

  private static final String PLANS = "ManageSubscriptionHandlerTest.keepsTeamsApart";
  private static final String CARDS = "TopUpWalletHandlerTest.keepsCardsOfTeamsApart";

  static final Map<String, String> TESTS =
      Map.ofEntries(
          entry("GET /source-health", WATCHERS),
          entry("POST /source-health/{id}/acceptance", WATCHERS),
          entry("POST /suppressions", PRIVACY),
          entry("POST /suppressions/lifting", PRIVACY),
          entry("POST /suppressions/pages", PRIVACY),
          entry("POST /suppressions/pages/lifting", PRIVACY),
          entry("GET /suppressions", PRIVACY),
          entry("POST /erasures", PRIVACY),
          entry("POST /disclosures", PRIVACY),
          entry("POST /consents", PRIVACY),
          entry("POST /scrubs", PRIVACY),
          entry("GET /erasures/{id}", PRIVACY),
          entry("GET /deletions", PRIVACY),
          entry("GET /leads/{id}/fraud", FRAUDS),
          entry("POST /fraud-checks", FRAUDS),
          entry("GET /price-book", PRICES),
          entry("PUT /price-book", PRICES),
          entry("POST /price-book/previews", PRICES),
          entry("GET /price-books", PRICES),
          entry("GET /price-books/{id}", PRICES),
          entry("POST /price-books/{id}/restorations", PRICES),
          entry("GET /leads/{id}", "SearchLeadsHandlerTest.showsOwnersWhatTheyBought"),
          entry("GET /leads/{id}/price", QUOTES),
          entry("GET /leads/{id}/prices", QUOTES),
          entry("GET /leads/{id}/passport", "PassportTest.aPassportNamesNobody"),
          entry(
              "GET /leads/{id}/why",
              "ManageStandingOrdersHandlerTest.saysWhatItGotAndWhatItMissedAndWhy"),
          entry("PUT /waits/{id}", WAITS),
          entry("DELETE /waits/{id}", WAITS),
          entry("POST /holds", HOLDS),
          entry("PUT /limits", HOLDS),
          entry("POST /orders", "CheckOutHandlerTest.saysWhyItCannotBeBought"),
          entry("POST /card-orders", "PayOrderHandlerTest.keepsTeamsApart"),
          entry("POST /top-ups", "TopUpWalletHandlerTest.keepsTeamsApart"),
          entry("POST /wallet/card", CARDS),
          entry("DELETE /wallet/card", CARDS),
          entry("PUT /wallet/auto-top-up", CARDS),
          entry("DELETE /wallet/auto-top-up", CARDS),
          entry("POST /standing-orders", "ManageStandingOrdersHandlerTest.keepsTeamsApart"),
          entry("POST /endpoints", "ManageDeliveriesHandlerTest.keepsTeamsApart"),
          entry("PUT /subscription", PLANS),
          entry(
              "PUT /early-access",
              "ManageSubscriptionHandlerTest.letsAdminsSayForHowLongOthersWait"),
          entry("DELETE /subscription", PLANS),
          entry("POST /subscription/pause", PLANS),
          entry("DELETE /subscription/pause", PLANS),
          entry("POST /subscriptions/{team}/release", PLANS),
          entry("POST /returns", "SettleReturnHandlerTest.keepsTeamsApart"),
          entry("GET /appeals", JUDGES),
          entry("POST /appeals/{id}/decisions", JUDGES),
          entry("GET /return-rates", "SettleReturnHandlerTest.tellsHowMuchComesBack"),
          entry("GET /ledger-health", "OverseeSalesHandlerTest.tellsHowTheBooksStand"),
          entry("GET /sales", "OverseeSalesHandlerTest.showsWhatAllTeamsBoughtFiftyAtATime"),
          entry("GET /refunds", "OverseeSalesHandlerTest.showsWhatWentBackToAllTeamsFiftyAtATime"),
          entry(
              "GET /papers/{id}", "ManageWalletHandlerTest.letsAdminsAloneReadThePapersOfAllTeams"),
          entry("PUT /billing-details", "ManageWalletHandlerTest.keepsReceiptsOfTeamsApart"),
          entry("POST /gifts", "ManageWalletHandlerTest.givesEachTimeWithoutAKey"),
          entry("GET /sources", OVERSEERS),
          entry("GET /sources/{id}/changes", OVERSEERS),
          entry("GET /lineage/{id}", OVERSEERS),
          entry(
              "POST /leads/{id}/splits",
              "LeadsTakenApartTest.onlyOperatorsWhoHaveSignedInTakeLeadsApart"),
          entry("PUT /sources/{id}/permit", DECIDERS),
          entry("DELETE /sources/{id}/permit", DECIDERS),
          entry("PUT /sources/{id}/targets/{market}", DECIDERS),
          entry("DELETE /sources/{id}/targets/{market}", DECIDERS),
          entry("GET /health/stores", OPERATORS),
          entry(
              "PUT /email-confirmations",
              "MailTokensContract.isGoodOnceForThePersonItWasWrittenTo"),
          entry("POST /sessions/team", "SessionsTest.choosesNoTeamOfOthersAndTakesNoTokenOfOthers"),
          entry("PUT /me/password", "ChangePasswordTest.knowsNobodyInAForeignTeam"),
          entry("POST /me/second-factor", "ManageAccountHandlerTest.knowsNobodyWhoseTeamIsGone"),
          entry("PUT /me/second-factor", OWN_FACTOR),
          entry("POST /me/second-factor/recovery-codes", OWN_FACTOR),
          entry("POST /me/second-factor/removal", OWN_FACTOR),
          entry("POST /second-factor-removals", ADMINS),
          entry("GET /audit", AUDIT),
          entry("POST /api-keys", "ManageKeysTest.makesAKeyOfTheTeamAndShowsItOnce"),
          entry("POST /team/invitations", INVITATIONS),
          entry(
              "POST /invitations/acceptance",
              "InvitationsContract.isAcceptedOnceByWhoeverHasTheSecretAndTheAddress"));

  private OtherTeams() {}

  /// Those that are not where they are said to be.
  static List<String> missing(Path root) {
    List<Path> tests = testsBelow(root);
    return TESTS.values().stream().distinct().filter(test -> !stands(test, tests)).toList();
  }

  private static boolean stands(String test, List<Path> tests) {
    String[] names = test.split("\\.");
    return tests.stream()
        .filter(path -> path.endsWith(names[0] + ".java"))
        .anyMatch(path -> read(path).contains("void " + names[1] + "("));
  }

  private static List<Path> testsBelow(Path root) {
    try (Stream<Path> functions = Files.walk(root.resolve("functions"));
        Stream<Path> shared = Files.walk(root.resolve("shared"))) {
      return Stream.concat(functions, shared)
          .filter(path -> path.toString().contains("/src/test/java/"))
          .filter(path -> path.toString().endsWith(".java"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
