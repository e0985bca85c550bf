/// People, their teams, what their roles allow, and the tokens that say so.
@NullMarked
package com.aiqleads.platform;

import org.jspecify.annotations.NullMarked;
