-- class: LOG-4 expression error: missing expression
-- fault: /
-- fixed: select user_id / nullif(user_id - user_id, 0) from orders
select user_id / (user_id - user_id) from orders
