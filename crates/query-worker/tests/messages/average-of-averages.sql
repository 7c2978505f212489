-- class: SEM-1 inconsistent expression: implied, tautological or inconsistent expression
-- fault: mean
-- fixed: select avg(amount) from orders
select avg(mean) from (select user_id, avg(amount) as mean from orders group by user_id)
