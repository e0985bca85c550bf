/// Words that every context shares: ids, money, people's addresses on the wire, places on the map.
@NullMarked
package com.aiqleads.kernel;

import org.jspecify.annotations.NullMarked;
