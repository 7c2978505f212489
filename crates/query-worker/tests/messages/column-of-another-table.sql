-- class: SEM-3 missing join: omitting a join
-- fault: amount
-- fixed: select amount from users join orders on orders.user_id = users.user_id
select amount from users
