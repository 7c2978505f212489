-- class: SYN-4 illegal aggregate function placement: using aggregate function outside SELECT or HAVING
-- fault: row_number
-- fixed: select user_id from orders qualify row_number() over (order by amount) = 1
select user_id from orders group by user_id having row_number() over (order by user_id) = 1
