/// Who is in a team, and as what.
@NullMarked
package com.aiqleads.platform.manageteam;

import org.jspecify.annotations.NullMarked;
