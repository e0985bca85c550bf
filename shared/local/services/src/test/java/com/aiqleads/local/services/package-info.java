@NullMarked
package com.aiqleads.local.services;

import org.jspecify.annotations.NullMarked;
