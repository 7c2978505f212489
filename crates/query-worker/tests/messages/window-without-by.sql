-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: partition
-- fixed: select rank() over (partition by country order by name) from users
select rank() over (partition country order by name) from users
