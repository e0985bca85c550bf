/// What happens to people's accounts.
@NullMarked
package com.aiqleads.events.platform;

import org.jspecify.annotations.NullMarked;
