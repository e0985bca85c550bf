package com.aiqleads.local.product;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Map;

/// Search among 100,000 leads through the gateway: 60 requests a second from 16 paced clients,
/// each answer counted from the time at which its request was due.
final class SearchBench {

  private static final int LEADS = 100_000;
  private static final int CLIENTS = 16;
  private static final int REQUESTS_PER_SECOND = 60;
  private static final int WARM_UP_SECONDS = 40;
  private static final int SECONDS = 60;

  Figures run() throws Exception {
    Path data = Files.createTempDirectory("aiqleads-search");
    try (RunningProduct product =
        RunningProduct.start(data, Map.of("local.scrape", "false", "local.hops", "false"))) {
      fill(product);
      ApiClient buyer = new ApiClient(product.gateway()).as("buyer@aiqleads.example");
      check(buyer);
      load(buyer, WARM_UP_SECONDS);
      Clients.Answers answers = load(buyer, SECONDS);
      return Figures.of()
          .with("search-requests", answers.nanos().size(), "")
          .with("search-p50", answers.ms(0.50), "ms")
          .with("search-p95", answers.ms(0.95), "ms")
          .with("search-p99", answers.ms(0.99), "ms");
    } finally {
      Scratch.delete(data);
    }
  }

  /// The sandbox's leads, each many times with other ids, prices and times, then indexed anew.
  private static void fill(RunningProduct product) throws Exception {
    AwsCalls aws = new AwsCalls(product.aws());
    PageFeed.sandbox(product);
    try (Connection connection = aws.database("marketplace");
        Statement statement = connection.createStatement()) {
      statement.execute("set statement_timeout = '10min'");
      statement.execute(COPIES);
    }
    try (Connection connection = aws.administrator();
        Statement statement = connection.createStatement()) {
      statement.execute("analyze marketplace.offers");
    }
    aws.invoke("aiqleads-local-marketplace-rebuild-index");
  }

  private static final String COPIES =
      """
      do $$
      declare names text; picks text; originals int;
      begin
        select string_agg(quote_ident(column_name), ', '),
               string_agg(case column_name
                 when 'lead_id' then 'gen_random_uuid()'
                 when 'offer_id' then 'gen_random_uuid()'
                 when 'first_seen' then 'first_seen - n * 3600000::bigint'
                 when 'quality' then 'greatest(0, least(100, quality + (n %% 7) - 3))'
                 else quote_ident(column_name) end, ', ')
          into names, picks
          from information_schema.columns
         where table_schema = current_schema() and table_name = 'offers';
        select count(*) into originals from offers where standing = 'ON_SALE';
        execute format('insert into offers (%%s) select %%s from offers,'
          ' generate_series(1, 1 + %1$d / %%s) n where standing = ''ON_SALE'' limit %1$d - %%s',
          names, picks, originals, originals);
      end $$
      """
          .formatted(LEADS);

  private static void check(ApiClient buyer) {
    if (buyer.total("/leads") < LEADS * 0.99) {
      throw new IllegalStateException("only " + buyer.total("/leads") + " leads are found");
    }
  }

  private static Clients.Answers load(ApiClient buyer, int seconds) {
    Clients.Answers answers =
        Clients.paced(
            CLIENTS,
            REQUESTS_PER_SECOND,
            seconds,
            random -> {
              String query = Traffic.SEARCHES.get(random.nextInt(Traffic.SEARCHES.size()));
              return buyer.get(query).statusCode() == 200;
            });
    if (answers.failed() > 0) {
      throw new IllegalStateException(answers.failed() + " searches were not answered");
    }
    return answers;
  }
}
