-- class: SYN-2 undefined database object: undefined function
-- fault: len
-- fixed: select length(name) from users
select len(name) from users
