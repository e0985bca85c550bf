package com.aiqleads.platform.manageteam;

import com.aiqleads.lambda.http.Fields;
import com.aiqleads.platform.Role;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = "roles")
record RolesRequest(@Schema(example = "[\"analyst\"]") @Nullable List<String> roles) {

  Set<Role> checked() {
    Fields fields = new Fields();
    Set<Role> checked = read(roles, fields);
    fields.throwIfAnyIsWrong();
    return checked;
  }

  static Set<Role> read(@Nullable List<String> texts, Fields fields) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String text : texts == null || texts.isEmpty() ? List.of("") : texts) {
      fields.require("roles", text, Role::of, "must be roles").ifPresent(roles::add);
    }
    return roles;
  }
}
