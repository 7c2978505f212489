-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: if
-- fixed: select case when amount > 10 then 'large' else 'small' end from orders
select if amount > 10 then 'large' else 'small' end from orders
