-- class: SYN-2 undefined database object: misspellings
-- fault: user
-- fixed: select name from users
select name from user
