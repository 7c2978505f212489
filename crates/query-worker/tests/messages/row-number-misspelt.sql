-- class: SYN-2 undefined database object: misspellings
-- fault: rownumber
-- fixed: select row_number() over (order by name) from users
select rownumber() over (order by name) from users
