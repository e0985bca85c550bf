@NullMarked
package com.aiqleads.acquisition.replaying;

import org.jspecify.annotations.NullMarked;
