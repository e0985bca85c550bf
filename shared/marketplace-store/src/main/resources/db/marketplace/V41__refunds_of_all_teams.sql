-- What went back to the buyers of all teams is looked through by whoever watches over the house: the
-- newest first, and what belongs to an order. Few movements are of these kinds, and so the rest pays
-- nothing for it.
create index transfers_back on transfers (posted_at desc, transfer_id desc)
  where kind in ('RETURN', 'CLAW', 'REINSTATEMENT');
-- What moved at a bank is rare among what teams give back.
create index transfers_back_by_card on transfers (posted_at desc, transfer_id desc)
  where kind in ('CLAW', 'REINSTATEMENT');
create index transfers_back_of on transfers (reference)
  where kind in ('RETURN', 'CLAW', 'REINSTATEMENT');

create index drafts_refund_due on drafts (payment_id) where state = 'REFUND_DUE';
create index drafts_tried on drafts (order_id);
create index disputes_open on disputes (said_at) where standing = 'OPEN';
