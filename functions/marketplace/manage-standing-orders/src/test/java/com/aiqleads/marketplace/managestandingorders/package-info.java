@NullMarked
package com.aiqleads.marketplace.managestandingorders;

import org.jspecify.annotations.NullMarked;
