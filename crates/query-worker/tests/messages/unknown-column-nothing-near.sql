-- class: SYN-2 undefined database object: undefined column
-- fault: telephone
-- fixed: select name from users
select telephone from users
