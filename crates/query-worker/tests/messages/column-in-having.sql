-- class: SYN-2 undefined database object: misspellings
-- fault: amunt
-- fixed: select user_id from orders group by user_id having sum(amount) > 10
select user_id from orders group by user_id having sum(amunt) > 10
