package com.aiqleads.marketplace.delivery;

/// Brings leads into systems of one kind, and knows what their answers mean: what one of them calls
/// a success may be none.
public interface Courier<D extends Destination> {

  Receipt bring(D destination, DeliveryId id, Freight freight);
}
