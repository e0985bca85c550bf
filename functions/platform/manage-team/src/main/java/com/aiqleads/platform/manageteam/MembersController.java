package com.aiqleads.platform.manageteam;

import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.Conflict;
import com.aiqleads.lambda.http.NotFound;
import com.aiqleads.platform.manageteam.ChangeMembers.Outcome;
import com.aiqleads.platform.manageteam.TeamViews.MemberView;
import com.aiqleads.platform.manageteam.TeamViews.MembersView;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/team/members")
@Tag(name = "Team")
final class MembersController {

  private final ChangeMembers members;

  MembersController(ChangeMembers members) {
    this.members = members;
  }

  @Get
  @Operation(summary = "Who is in my team", description = "And as what.")
  MembersView members(@Parameter(hidden = true) Caller caller) {
    return new MembersView(
        members.list(Persons.of(caller).team()).stream().map(MemberView::of).toList());
  }

  @Put("/{id}/roles")
  @Status(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Change the roles of a member",
      description =
          "Only admins make admins and support. A team keeps a member who can manage it."
              + " The member's session has the new roles once it is renewed, and open invitations"
              + " that the member could not send any more are withdrawn.")
  void setMemberRoles(@Parameter(hidden = true) Caller caller, String id, @Body RolesRequest body) {
    answer(members.setRoles(Persons.of(caller), Persons.scopes(caller), user(id), body.checked()));
  }

  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "Let a member go",
      description =
          "The member's sessions in this team cannot be renewed any more, and the member's keys are"
              + " revoked. Whoever is in no other team gets an own one, empty as after"
              + " registering.")
  void removeMember(@Parameter(hidden = true) Caller caller, String id) {
    answer(members.remove(Persons.of(caller), Persons.scopes(caller), user(id)));
  }

  private static void answer(Outcome outcome) {
    switch (outcome) {
      case CHANGED -> {}
      case NO_MANAGER -> throw Persons.noManager();
      case UNKNOWN -> throw unknown();
      case ADMINS_ONLY -> throw Persons.adminsOnly();
      case LAST_MANAGER ->
          throw new Conflict("last-manager", "Somebody who can manage the team must be left.");
    }
  }

  private static UserId user(String id) {
    try {
      return UserId.parse(id);
    } catch (IllegalArgumentException _) {
      throw unknown();
    }
  }

  private static NotFound unknown() {
    return new NotFound("unknown-member", "There is no such member in the team.");
  }
}
