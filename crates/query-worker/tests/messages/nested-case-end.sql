-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: case
-- fixed: select case when amount > 1 then case when amount > 2 then 'b' end end from orders
select case when amount > 1 then case when amount > 2 then 'b' end from orders
