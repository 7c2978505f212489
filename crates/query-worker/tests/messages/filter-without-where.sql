-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: filter
-- fixed: select count(*) filter (where status = 'paid') from orders
select count(*) filter (status = 'paid') from orders
