-- class: SYN-2 undefined database object: omitting quotes around character data
-- fault: "A%"
-- fixed: select name from users where name like 'A%'
select name from users where name like "A%"
