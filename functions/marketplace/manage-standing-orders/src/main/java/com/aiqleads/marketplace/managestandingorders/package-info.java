/// Standing orders of a team: what they say, what they got, and why they did not.
@NullMarked
package com.aiqleads.marketplace.managestandingorders;

import org.jspecify.annotations.NullMarked;
