-- class: SYN-4 illegal aggregate function placement: using aggregate function outside SELECT or HAVING
-- fault: count
-- fixed: select country, count(*) as n from users group by country
select country, count(*) as n from users group by country, count(*)
