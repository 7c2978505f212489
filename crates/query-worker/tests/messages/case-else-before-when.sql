-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: else
-- fixed: select case when amount > 1 then 'a' else 'b' end from orders
select case else 'b' when amount > 1 then 'a' end from orders
