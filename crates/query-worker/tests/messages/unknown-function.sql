-- class: SYN-2 undefined database object: misspellings
-- fault: conut
-- fixed: select count(*) from users
select conut(*) from users
