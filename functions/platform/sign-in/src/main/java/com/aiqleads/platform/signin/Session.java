package com.aiqleads.platform.signin;

import com.aiqleads.platform.AccessToken;
import com.aiqleads.platform.RefreshToken;

/// What somebody who is signed in holds.
record Session(AccessToken access, RefreshToken refresh) {}
