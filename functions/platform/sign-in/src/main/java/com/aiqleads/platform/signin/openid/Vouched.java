package com.aiqleads.platform.signin.openid;

import com.aiqleads.kernel.Email;
import com.aiqleads.platform.Identity;
import com.aiqleads.platform.Name;

/// Who somebody is, as a provider vouches for. What somebody may do here is none of its business.
public record Vouched(Identity identity, Email email, Name name) {}
