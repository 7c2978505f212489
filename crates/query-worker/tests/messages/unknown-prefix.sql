-- class: SYN-6 common syntax error: using an undefined correlation name
-- fault: x.name
-- fixed: select u.name from users as u
select x.name from users as u
