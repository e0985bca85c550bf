package com.aiqleads.platform.signin;

import com.aiqleads.platform.AccessToken;
import com.aiqleads.platform.RefreshToken;

/// What somebody who is signed in holds.
///
/// @param mustEnrol whether it can do nothing but give the person a second factor
record Session(AccessToken access, RefreshToken refresh, boolean mustEnrol) {}
