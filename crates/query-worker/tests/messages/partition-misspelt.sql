-- class: SYN-6 common syntax error: nonstandard keywords or standard keywords in wrong context
-- fault: partion
-- fixed: select rank() over (partition by country order by name) from users
select rank() over (partion by country order by name) from users
