package com.aiqleads.infra;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/// The stores that contexts share: the database, the search index, and the backups of both.
final class DataStack extends Stack {

  private final Database database;
  private final SearchIndex search;

  DataStack(Construct scope, Ground ground) {
    super(
        scope,
        "data",
        StackProps.builder()
            .stackName(ground.stage().resource("data"))
            .env(ground.stage().environment())
            .description("The database, the search index, and backups.")
            .build());
    Alarms alarms = new Alarms(this, ground.stage(), ground.foundation().alarms());
    this.database = new Database(this, ground, alarms);
    this.search = new SearchIndex(this, ground, alarms);
    Backups.make(this, ground, alarms);
  }

  Destinations destinations() {
    return new Destinations(database.proxyHost(), search.url());
  }
}
