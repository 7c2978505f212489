-- class: SYN-2 undefined database object: misspellings
-- fault: lenght
-- fixed: select length(name) from users
select lenght(name) from users
