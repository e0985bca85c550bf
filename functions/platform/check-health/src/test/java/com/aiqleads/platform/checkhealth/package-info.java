@NullMarked
package com.aiqleads.platform.checkhealth;

import org.jspecify.annotations.NullMarked;
