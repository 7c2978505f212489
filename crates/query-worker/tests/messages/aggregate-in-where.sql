-- class: SYN-4 illegal aggregate function placement: using aggregate function outside SELECT or HAVING
-- fault: count
-- fixed: select country from users group by country having count(*) > 1
select country from users where count(*) > 1 group by country
