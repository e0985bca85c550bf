package com.aiqleads.platform.checkhealth;

import java.util.List;

/// Everything that the product keeps something in.
interface Stores {

  List<StoreCheck> all();
}
