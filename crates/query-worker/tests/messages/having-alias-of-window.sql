-- class: SYN-4 illegal aggregate function placement: using aggregate function outside SELECT or HAVING
-- fault: rank
-- fixed: with t as (select user_id, rank() over (order by user_id) as r from orders) select * from t where r = 1
select user_id from orders where rank() over (order by user_id) = 1
