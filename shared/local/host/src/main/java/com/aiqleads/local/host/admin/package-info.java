/// What an operator sees and may do.
@NullMarked
package com.aiqleads.local.host.admin;

import org.jspecify.annotations.NullMarked;
