@NullMarked
package com.aiqleads.marketplace.managesubscription;

import org.jspecify.annotations.NullMarked;
