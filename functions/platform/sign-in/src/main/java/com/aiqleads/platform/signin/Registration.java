package com.aiqleads.platform.signin;

import com.aiqleads.kernel.Email;
import com.aiqleads.platform.Name;
import com.aiqleads.platform.Password;

/// A person who wants an account, and the team that comes with it.
record Registration(Email email, Password password, Name person, Name team) {}
