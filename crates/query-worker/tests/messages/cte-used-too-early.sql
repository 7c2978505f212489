-- class: SYN-2 undefined database object: undefined object
-- fault: b
-- fixed: with b as (select 1 as x), a as (select x from b) select * from a
with a as (select x from b), b as (select 1 as x) select * from a
