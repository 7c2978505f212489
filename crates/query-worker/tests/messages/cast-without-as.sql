-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: cast
-- fixed: select cast(amount as int) from orders
select cast(amount, int) from orders
