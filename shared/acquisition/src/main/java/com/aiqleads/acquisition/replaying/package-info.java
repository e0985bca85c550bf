/// Reading stored pages again, and telling what another version of a parser makes of them.
@NullMarked
package com.aiqleads.acquisition.replaying;

import org.jspecify.annotations.NullMarked;
