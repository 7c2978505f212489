-- class: SYN-4 illegal aggregate function placement: grouping error: aggregate functions cannot be nested
-- fault: avg
-- fixed: select avg(n) from (select count(*) as n from orders group by user_id)
select avg(count(*)) from orders group by user_id
