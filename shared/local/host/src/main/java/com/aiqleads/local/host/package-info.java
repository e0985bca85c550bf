/// The program that runs the whole product on one laptop: services, functions, gateway, schedules.
@NullMarked
package com.aiqleads.local.host;

import org.jspecify.annotations.NullMarked;
