-- class: SYN-2 undefined database object: undefined column
-- fault: everything
-- fixed: select * from users
select everything from users
