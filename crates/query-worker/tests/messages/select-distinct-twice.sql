-- class: SYN-6 common syntax error: duplicate clause
-- fault: distinct
-- fixed: select distinct country from users
select distinct distinct country from users
