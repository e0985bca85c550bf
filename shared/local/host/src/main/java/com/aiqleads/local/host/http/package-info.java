/// Servers and clients that speak to this computer only.
@NullMarked
package com.aiqleads.local.host.http;

import org.jspecify.annotations.NullMarked;
