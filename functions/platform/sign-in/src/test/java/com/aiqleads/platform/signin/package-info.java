@NullMarked
package com.aiqleads.platform.signin;

import org.jspecify.annotations.NullMarked;
