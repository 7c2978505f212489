-- class: SYN-6 common syntax error: omitting commas
-- fault: '?'
-- fixed: select coalesce(country, '?') from users
select coalesce(country '?') from users
