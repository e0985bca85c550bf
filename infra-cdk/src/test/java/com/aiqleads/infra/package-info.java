@NullMarked
package com.aiqleads.infra;

import org.jspecify.annotations.NullMarked;
