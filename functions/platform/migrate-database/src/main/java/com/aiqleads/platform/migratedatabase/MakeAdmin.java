package com.aiqleads.platform.migratedatabase;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.UserId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes somebody an admin who has registered and confirmed the address: admins make admins, and
/// nobody else can make the first. Without a second factor that role gives nothing yet.
@Singleton
final class MakeAdmin {

  private static final Logger LOG = LoggerFactory.getLogger(MakeAdmin.class);

  private final RoleSecrets secrets;
  private final InstantSource clock;

  MakeAdmin(RoleSecrets secrets, InstantSource clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  UserId make(String email) {
    try (Administrator administrator = Administrator.signIn(secrets.asAdministrator())) {
      UserId person =
          administrator
              .makeAdmin(email, Ids.next(clock))
              .map(UserId::new)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "nobody in a team has confirmed this address: register and confirm it"
                              + " first"));
      LOG.atWarn().addKeyValue("user", person.text()).log("is an admin, made so by an operator");
      return person;
    }
  }
}
