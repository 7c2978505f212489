-- class: SYN-2 undefined database object: undefined column
-- fault: "Name"
-- fixed: select name from users
select "Name" from users
