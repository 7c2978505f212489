-- class: SYN-6 common syntax error: comparison with NULL
-- fault: country = null
-- fixed: select case when country is null then '?' else country end from users
select case when country = null then '?' else country end from users
