-- What the clock looks for each time it ticks, and what the ledger of personal information lists.
create index idempotency_by_age on idempotency using brin (at collate "C") with (autosummarize = on);
create index seat_held on seat (until) where state = 'held';
create index access_exported on access_entry (ord) where strpos(line, '"word":"exported"') > 0;
