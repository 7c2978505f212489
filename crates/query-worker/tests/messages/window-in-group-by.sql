-- class: SYN-4 illegal aggregate function placement: using aggregate function outside SELECT or HAVING
-- fault: rank
-- fixed: with t as (select rank() over (order by amount) as place from orders) select place, count(*) from t group by place
select count(*) from orders group by rank() over (order by amount)
