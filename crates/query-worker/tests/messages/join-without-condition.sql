-- class: SEM-3 missing join: omitting a join
-- fault: orders
-- fixed: select name, amount from users join orders on users.user_id = orders.user_id
select name, amount from users join orders
