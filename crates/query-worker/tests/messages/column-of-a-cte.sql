-- class: SYN-2 undefined database object: undefined column
-- fault: total
-- fixed: with t as (select user_id, sum(amount) as total from orders group by user_id) select t.total from t
with t as (select user_id, sum(amount) from orders group by user_id) select t.total from t
