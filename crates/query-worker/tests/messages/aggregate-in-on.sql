-- class: SYN-4 illegal aggregate function placement: using aggregate function outside SELECT or HAVING
-- fault: max
-- fixed: select u.name from users u join (select user_id, max(amount) as most from orders group by user_id) o on o.user_id = u.user_id and o.most > 1
select u.name from users u join orders o on o.user_id = u.user_id and max(o.amount) > 1
