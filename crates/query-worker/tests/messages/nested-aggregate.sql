-- class: SYN-4 illegal aggregate function placement: grouping error: aggregate functions cannot be nested
-- fault: max
-- fixed: select max(n) from (select count(*) as n from users group by country)
select max(count(*)) from users
