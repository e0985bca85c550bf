@NullMarked
package com.aiqleads.platform.serveconsole;

import org.jspecify.annotations.NullMarked;
