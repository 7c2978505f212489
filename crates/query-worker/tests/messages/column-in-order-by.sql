-- class: SYN-2 undefined database object: undefined column
-- fault: price
-- fixed: select name from users order by name
select name from users order by price
