-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: percentile_cont
-- fixed: select percentile_cont(0.5) within group (order by amount) from orders
select percentile_cont(0.5) from orders
