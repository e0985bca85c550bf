package com.aiqleads.platform.manageaccount;

import com.aiqleads.lambda.http.Call;
import com.aiqleads.platform.Device;
import com.aiqleads.platform.FamilyId;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.RefreshFamilies;
import com.aiqleads.platform.RefreshToken;
import com.aiqleads.platform.SessionStart;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;

/// Somebody who asks for things from a laptop.
record Account(AccountFunction function, Membership member, FamilyId laptop) {

  /// Somebody else at the same laptop.
  Account as(Membership other) {
    return new Account(function, other, laptop);
  }

  void start(FamilyId family) {
    function
        .bean(RefreshFamilies.class)
        .start(
            RefreshToken.random(family),
            SessionStart.of(
                member,
                function.bean(Members.class).sessionsSince(member.user().id()).generation(),
                Instant.now().minusSeconds(60),
                new Device("a browser")));
  }

  APIGatewayV2HTTPResponse answer(Call call) {
    return answer(call, "marketplace:read");
  }

  APIGatewayV2HTTPResponse answer(Call call, String scope) {
    String token =
        function
            .issuer()
            .token(
                claims ->
                    claims
                        .subject(member.user().id().text())
                        .claim("team", member.team().id().text())
                        .claim("sid", laptop.text())
                        .claim("scope", scope));
    return function.send(call.bearer(token));
  }
}
