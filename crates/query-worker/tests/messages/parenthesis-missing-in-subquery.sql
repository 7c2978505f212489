-- class: SYN-6 common syntax error: curly, square or unmatched brackets
-- fault: (
-- fixed: select name from users where user_id in (select user_id from orders)
select name from users where user_id in (select user_id from orders
