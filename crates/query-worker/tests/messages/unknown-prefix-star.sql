-- class: SYN-6 common syntax error: using an undefined correlation name
-- fault: x
-- fixed: select u.* from users u
select x.* from users
