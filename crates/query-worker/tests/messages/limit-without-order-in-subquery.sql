-- class: LOG-5 projection error: missing column from ORDER BY clause
-- fault: 2
-- fixed: select name from users where user_id in (select user_id from orders order by amount desc limit 2)
select name from users where user_id in (select user_id from orders limit 2)
