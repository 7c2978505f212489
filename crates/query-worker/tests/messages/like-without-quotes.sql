-- class: SYN-2 undefined database object: omitting quotes around character data
-- fault: a%
-- fixed: select name from users where name like 'a%'
select name from users where name like a%
