-- class: SYN-4 illegal aggregate function placement: using aggregate function outside SELECT or HAVING
-- fault: sum
-- fixed: select * from users where user_id in (select user_id from orders group by user_id having sum(amount) > 3)
select * from users where user_id in (select user_id from orders where sum(amount) > 3)
