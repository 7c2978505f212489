-- class: SYN-6 common syntax error: omitting commas
-- fault: 2
-- fixed: select round(amount, 2) from orders
select round(amount 2) from orders
