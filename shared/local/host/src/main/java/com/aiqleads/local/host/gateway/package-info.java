/// The front door: an HTTP API with a JWT authorizer.
@NullMarked
package com.aiqleads.local.host.gateway;

import org.jspecify.annotations.NullMarked;
