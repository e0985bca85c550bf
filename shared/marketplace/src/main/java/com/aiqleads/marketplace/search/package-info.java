/// Finding leads: questions, answers, and the ports that two stores answer alike.
@NullMarked
package com.aiqleads.marketplace.search;

import org.jspecify.annotations.NullMarked;
