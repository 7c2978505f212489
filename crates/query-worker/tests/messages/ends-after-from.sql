-- class: SYN-2 undefined database object: undefined object
-- fault: $
-- fixed: select name from users
select name from
