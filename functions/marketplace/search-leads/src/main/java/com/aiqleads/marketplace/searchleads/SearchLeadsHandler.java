package com.aiqleads.marketplace.searchleads;

import com.aiqleads.lambda.http.HttpFunction;
import io.micronaut.context.ApplicationContext;

public final class SearchLeadsHandler extends HttpFunction {

  public SearchLeadsHandler() {}

  public SearchLeadsHandler(ApplicationContext context) {
    super(context);
  }
}
