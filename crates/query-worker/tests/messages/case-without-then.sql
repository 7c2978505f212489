-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: when
-- fixed: select case when amount > 10 then 'large' end from orders
select case when amount > 10 'large' end from orders
