@NullMarked
package com.aiqleads.acquisition.events;

import org.jspecify.annotations.NullMarked;
