@NullMarked
package com.aiqleads.acquisition.validatelead;

import org.jspecify.annotations.NullMarked;
