-- class: SYN-4 illegal aggregate function placement: using aggregate function outside SELECT or HAVING
-- fault: count
-- fixed: select user_id from orders group by user_id having count(*) > 1
select user_id from orders where case when count(*) > 1 then true else false end group by user_id
