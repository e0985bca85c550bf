@NullMarked
package com.aiqleads.platform.manageaccount;

import org.jspecify.annotations.NullMarked;
