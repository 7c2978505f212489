-- class: SYN-6 common syntax error: duplicate clause
-- fault: a
-- fixed: with a as (select 1 as x), b as (select 2 as y) select * from a cross join b
with a as (select 1 as x), a as (select 2 as y) select * from a
