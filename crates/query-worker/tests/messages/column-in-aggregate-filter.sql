-- class: SYN-2 undefined database object: misspellings
-- fault: sttus
-- fixed: select count(*) filter (where status = 'paid') from orders
select count(*) filter (where sttus = 'paid') from orders
