-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: count distinct
-- fixed: select count(distinct country) from users
select count distinct (country) from users
