/// Signing in by a provider, as OpenID Connect has it: the code flow with PKCE, and nothing else.
@NullMarked
package com.aiqleads.platform.signin.openid;

import org.jspecify.annotations.NullMarked;
