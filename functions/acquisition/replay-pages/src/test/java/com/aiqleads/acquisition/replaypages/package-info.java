@NullMarked
package com.aiqleads.acquisition.replaypages;

import org.jspecify.annotations.NullMarked;
