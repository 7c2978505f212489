-- class: LOG-5 projection error: missing column from ORDER BY clause
-- fault: 3
-- fixed: select user_id, sum(amount) from orders group by user_id order by sum(amount) desc limit 3
select user_id, sum(amount) from orders group by user_id limit 3
