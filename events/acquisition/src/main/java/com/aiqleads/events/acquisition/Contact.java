package com.aiqleads.events.acquisition;

import com.aiqleads.events.Personal;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Phone;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A seller's contact after validation; what failed is gone, and said in `remarks`.
@Serdeable
public record Contact(
    @Personal @Nullable String name,
    @Personal List<Phone> phones,
    @Personal List<Email> emails,
    List<Reason> remarks) {}
