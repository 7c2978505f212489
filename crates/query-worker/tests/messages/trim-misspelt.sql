-- class: SYN-2 undefined database object: misspellings
-- fault: trimm
-- fixed: select trim(name) from users
select trimm(name) from users
