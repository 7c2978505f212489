-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: case
-- fixed: select case when country = 'US' then 1 else 0 end from users
select case when country = 'US' then 1 else 0 from users
