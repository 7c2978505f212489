-- class: SYN-2 undefined database object: undefined function
-- fault: frobnicate
-- fixed: select upper(name) from users
select frobnicate(name) from users
