package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Source;

/// Which parser reads a source: the one at hand, or a later one that pages wait for.
public interface PageParsers {

  PageParsers AT_HAND = PageParser::of;

  PageParser of(Source source);
}
