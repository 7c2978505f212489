-- class: SYN-6 common syntax error: curly, square or unmatched brackets
-- fault: select
-- fixed: select name from users where user_id = (select max(user_id) from orders)
select name from users where user_id = select max(user_id) from orders
