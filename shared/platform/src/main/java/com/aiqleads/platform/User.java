package com.aiqleads.platform;

import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.UserId;

/// A person who can sign in.
public record User(UserId id, Email email, Name name, EmailConfirmation confirmation) {}
