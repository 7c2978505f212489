-- class: SYN-6 common syntax error: omitting commas
-- fault: u
-- fixed: select u.name from users u
select u name from users u
