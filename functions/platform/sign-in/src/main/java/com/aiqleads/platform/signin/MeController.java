package com.aiqleads.platform.signin;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.Unauthorized;
import com.aiqleads.platform.Members;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/me")
@Tag(name = "People")
final class MeController {

  private final Members members;

  MeController(Members members) {
    this.members = members;
  }

  @Get
  @Operation(summary = "Who am I", description = "The caller, the team, the roles and scopes.")
  MeView me(@Parameter(hidden = true) Caller caller) {
    return members
        .find(caller.team(), caller.user())
        .map(member -> MeView.of(member, members.teamsOf(caller.user()), caller.scopes()))
        .orElseThrow(() -> new Unauthorized("unknown-caller", "The account or its team is gone."));
  }
}
