-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: over
-- fixed: select rank() over (order by name) from users
select rank() over order by name from users
