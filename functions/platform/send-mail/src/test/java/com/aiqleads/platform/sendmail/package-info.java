@NullMarked
package com.aiqleads.platform.sendmail;

import org.jspecify.annotations.NullMarked;
