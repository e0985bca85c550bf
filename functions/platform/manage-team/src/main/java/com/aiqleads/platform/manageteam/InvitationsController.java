package com.aiqleads.platform.manageteam;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.Conflict;
import com.aiqleads.lambda.http.Forbidden;
import com.aiqleads.lambda.http.NotFound;
import com.aiqleads.lambda.http.TooManyRequests;
import com.aiqleads.lambda.http.Unprocessable;
import com.aiqleads.platform.Invitation;
import com.aiqleads.platform.InvitationId;
import com.aiqleads.platform.SessionOwner;
import com.aiqleads.platform.manageteam.Invite.AdminsOnly;
import com.aiqleads.platform.manageteam.Invite.Invited;
import com.aiqleads.platform.manageteam.Invite.ManagesNoMore;
import com.aiqleads.platform.manageteam.Invite.TooMany;
import com.aiqleads.platform.manageteam.Invite.TooOften;
import com.aiqleads.platform.manageteam.Invite.UnconfirmedInviter;
import com.aiqleads.platform.manageteam.TeamViews.InvitationView;
import com.aiqleads.platform.manageteam.TeamViews.InvitationsView;
import com.aiqleads.platform.manageteam.TeamViews.JoinedView;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller
@Tag(name = "Team")
final class InvitationsController {

  private final Invite invite;

  InvitationsController(Invite invite) {
    this.invite = invite;
  }

  @Get("/team/invitations")
  @Operation(summary = "Who is invited", description = "Invitations that are still open.")
  InvitationsView invitations(@Parameter(hidden = true) Caller caller) {
    return new InvitationsView(
        invite.list(Persons.of(caller).team()).stream().map(InvitationView::of).toList());
  }

  @Post("/team/invitations")
  @Status(HttpStatus.CREATED)
  @Operation(
      summary = "Invite somebody",
      description =
          "By a letter whose link is good once, for seven days. Wants a confirmed mail address;"
              + " three a day to one address, a hundred a day of one team.")
  InvitationView inviteMember(
      @Parameter(hidden = true) Caller caller, @Body InvitationRequest body) {
    SessionOwner who = Persons.of(caller);
    InvitationRequest.Checked wish = body.checked();
    return switch (invite.invite(who, Persons.scopes(caller), wish.email(), wish.roles())) {
      case Invited invited -> InvitationView.of(invited.invitation());
      case ManagesNoMore _ -> throw Persons.noManager();
      case AdminsOnly _ -> throw Persons.adminsOnly();
      case UnconfirmedInviter _ ->
          throw new Forbidden("unconfirmed-address", "Confirm your mail address first.");
      case TooOften tooOften -> throw new TooManyRequests(tooOften.retryAfter());
      case TooMany _ ->
          throw new Conflict(
              "too-many-invitations",
              "A team has at most " + Invitation.MOST_OF_A_TEAM + " open invitations.");
    };
  }

  @Delete("/team/invitations/{id}")
  @Status(HttpStatus.NO_CONTENT)
  @Operation(summary = "Withdraw an invitation")
  void withdrawInvitation(@Parameter(hidden = true) Caller caller, String id) {
    switch (invite.withdraw(Persons.of(caller), Persons.scopes(caller), invitation(id))) {
      case WITHDRAWN -> {}
      case UNKNOWN -> throw unknown();
      case NO_MANAGER -> throw Persons.noManager();
    }
  }

  @Post("/invitations/acceptance")
  @Operation(
      summary = "Join a team",
      description =
          "With the token of the letter, signed in by the address that the letter went to.")
  JoinedView acceptInvitation(
      @Parameter(hidden = true) Caller caller, @Body AcceptanceRequest body) {
    return invite
        .accept(Persons.of(caller), body.checked())
        .map(team -> new JoinedView(team.text()))
        .orElseThrow(
            () ->
                new Unprocessable(
                    "token-refused",
                    "The invitation is used up, too old or for another mail address."));
  }

  private static InvitationId invitation(String id) {
    try {
      return InvitationId.parse(id);
    } catch (IllegalArgumentException _) {
      throw unknown();
    }
  }

  private static NotFound unknown() {
    return new NotFound("unknown-invitation", "There is no such invitation.");
  }
}
