package com.aiqleads.platform.store;

import com.aiqleads.platform.Password;
import com.aiqleads.platform.PasswordHash;
import com.aiqleads.platform.Passwords;
import com.password4j.Argon2Function;
import com.password4j.SaltGenerator;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;

/// Argon2id with the costs that OWASP's cheat sheet on password storage asks for at least.
final class Argon2Passwords implements Passwords {

  private static final int MEMORY_KIB = 19_456;
  private static final int ITERATIONS = 2;
  private static final int PARALLELISM = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;

  private static final Argon2Function FUNCTION =
      Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, PARALLELISM, HASH_BYTES, Argon2.ID);

  @Override
  public PasswordHash hash(Password password) {
    byte[] clear = password.value().getBytes(StandardCharsets.UTF_8);
    return new PasswordHash(FUNCTION.hash(clear, SaltGenerator.generate(SALT_BYTES)).getResult());
  }

  @Override
  public boolean matches(Password password, PasswordHash hash) {
    return Argon2Function.getInstanceFromHash(hash.value()).check(password.value(), hash.value());
  }
}
