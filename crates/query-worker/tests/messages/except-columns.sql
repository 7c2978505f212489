-- class: LOG-5 projection error: missing column from SELECT
-- fault: except
-- fixed: select user_id from users except select user_id from orders
select user_id, name from users except select user_id from orders
