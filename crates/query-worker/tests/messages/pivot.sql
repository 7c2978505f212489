-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: pivot
-- fixed: select count(user_id) filter (where country = 'US') from users
select * from users pivot (count(user_id) for country in ('US'))
