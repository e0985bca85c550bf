package com.aiqleads.local.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(SharedProduct.LEADS)
class IndexAccountsTest {

  @RegisterExtension static final SharedProduct product = new SharedProduct();

  @Test
  void seesWhatSearchMissesAndWhatItShouldNotFind() {
    IndexAccounts accounts =
        new IndexAccounts(
            Set.of("a version 1", "b version 2"), Set.of("a version 1", "b version 1"));

    assertThat(accounts.missing()).containsExactly("b version 2");
    assertThat(accounts.leftOver()).containsExactly("b version 1");
  }

  @Test
  void noticesADocumentThatIsLost() throws Exception {
    product.awaitAllLeads();
    SharedProduct.await("an index like the database", () -> read().missing().isEmpty());
    assertThat(read().leftOver()).isEmpty();
    String lost = read().found().iterator().next();

    remove(lost.substring(0, lost.indexOf(' ')));

    assertThat(read().missing()).containsExactly(lost);
    new AwsCalls(product.running().aws()).invoke("aiqleads-local-marketplace-rebuild-index");
    assertThat(read().missing()).isEmpty();
  }

  private static IndexAccounts read() {
    try (Connection marketplace = new AwsCalls(product.running().aws()).database("marketplace")) {
      return IndexAccounts.read(product.running().admin(), marketplace);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static void remove(String lead) throws Exception {
    URI document =
        IndexAccounts.openSearch(product.running().admin())
            .resolve("/leads/_doc/" + lead + "?refresh=true");
    HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(document).DELETE().build(), BodyHandlers.discarding());
  }
}
