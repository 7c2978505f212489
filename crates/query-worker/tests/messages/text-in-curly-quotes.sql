-- class: SYN-2 undefined database object: omitting quotes around character data
-- fault: ‘US’
-- fixed: select name from users where country = 'US'
select name from users where country = ‘US’
