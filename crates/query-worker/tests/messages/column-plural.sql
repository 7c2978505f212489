-- class: SYN-2 undefined database object: misspellings
-- fault: names
-- fixed: select name from users
select names from users
