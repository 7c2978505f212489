-- class: SYN-2 undefined database object: undefined column
-- fault: u
-- fixed: select u.name from users u
select u,name from users u
