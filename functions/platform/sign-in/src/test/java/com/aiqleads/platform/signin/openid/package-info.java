@NullMarked
package com.aiqleads.platform.signin.openid;

import org.jspecify.annotations.NullMarked;
