-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: elseif
-- fixed: select case when amount > 5 then 'a' when amount > 1 then 'b' end from orders
select case when amount > 5 then 'a' elseif amount > 1 then 'b' end from orders
