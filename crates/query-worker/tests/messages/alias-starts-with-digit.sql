-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: 2024
-- fixed: select amount as y2024 from orders
select amount as 2024 from orders
