-- class: SYN-6 common syntax error: using an undefined correlation name
-- fault: users.name
-- fixed: select u.name from users as u
select users.name from users as u
