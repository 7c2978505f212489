-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: else if
-- fixed: select case when amount > 10 then 'large' when amount > 5 then 'middle' end from orders
select case when amount > 10 then 'large' else if amount > 5 then 'middle' end from orders
