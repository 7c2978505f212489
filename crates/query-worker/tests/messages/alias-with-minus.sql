-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: total-eur
-- fixed: select amount as total_eur from orders
select amount as total-eur from orders
