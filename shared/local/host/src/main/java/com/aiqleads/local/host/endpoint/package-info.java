/// One AWS endpoint for the command line and any SDK.
@NullMarked
package com.aiqleads.local.host.endpoint;

import org.jspecify.annotations.NullMarked;
