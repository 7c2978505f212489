-- class: SYN-4 illegal aggregate function placement: grouping error: aggregate functions cannot be nested
-- fault: avg
-- fixed: select avg(total) from (select user_id, sum(amount) as total from orders group by user_id)
select avg(sum(amount)) from orders group by user_id
