@NullMarked
package com.aiqleads.platform.manageteam;

import org.jspecify.annotations.NullMarked;
