-- class: SYN-2 undefined database object: misspellings
-- fault: ttoals
-- fixed: with totals as (select sum(amount) as s from orders) select s from totals
with totals as (select sum(amount) as s from orders) select s from ttoals
