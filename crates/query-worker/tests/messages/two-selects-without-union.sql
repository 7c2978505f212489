-- class: SYN-6 common syntax error: duplicate clause
-- fault: select
-- fixed: select name from users union all select status from orders
select name from users select status from orders
