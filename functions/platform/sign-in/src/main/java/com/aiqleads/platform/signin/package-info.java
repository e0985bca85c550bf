/// Who people are, and the tokens that say so.
@NullMarked
package com.aiqleads.platform.signin;

import org.jspecify.annotations.NullMarked;
