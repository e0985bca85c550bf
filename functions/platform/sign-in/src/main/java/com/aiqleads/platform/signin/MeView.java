package com.aiqleads.platform.signin;

import com.aiqleads.platform.EmailConfirmation;
import com.aiqleads.platform.EmailConfirmation.Confirmed;
import com.aiqleads.platform.EmailConfirmation.Unconfirmed;
import com.aiqleads.platform.Membership;
import com.aiqleads.platform.Role;
import com.aiqleads.platform.Scope;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

@Serdeable
record MeView(
    String id,
    String email,
    boolean emailConfirmed,
    String name,
    TeamView team,
    List<String> roles,
    List<String> scopes) {

  @Serdeable
  record TeamView(String id, String name) {}

  static MeView of(Membership member) {
    return new MeView(
        member.user().id().text(),
        member.user().email().address(),
        isConfirmed(member.user().confirmation()),
        member.user().name().value(),
        new TeamView(member.team().id().text(), member.team().name().value()),
        member.roles().stream().map(Role::text).sorted().toList(),
        member.scopes().stream().map(Scope::text).sorted().toList());
  }

  private static boolean isConfirmed(EmailConfirmation confirmation) {
    return switch (confirmation) {
      case Confirmed _ -> true;
      case Unconfirmed _ -> false;
    };
  }

  @Override
  public String toString() {
    return "MeView[" + id + "]";
  }
}
