-- class: LOG-2 join error: join when join needs to be omitted
-- fault: amount > 10
-- fixed: select name from users left join orders on orders.user_id = users.user_id and amount > 10
select name from users left join orders on orders.user_id = users.user_id where amount > 10
