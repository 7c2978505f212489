-- class: SYN-6 common syntax error: too many columns in subquery
-- fault: user_id, amount
-- fixed: select name, (select max(amount) from orders o where o.user_id = u.user_id) from users u
select name, (select user_id, amount from orders o where o.user_id = u.user_id) from users u
