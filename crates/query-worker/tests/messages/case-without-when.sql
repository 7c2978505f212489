-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: case
-- fixed: select case when amount > 10 then 'large' end from orders
select case amount > 10 then 'large' end from orders
