@NullMarked
package com.aiqleads.acquisition.validation;

import org.jspecify.annotations.NullMarked;
