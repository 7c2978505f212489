-- class: SYN-2 undefined database object: omitting quotes around character data
-- fault: signed_up = 2024-01-03
-- fixed: select name from users where signed_up = '2024-01-03'
select name from users where signed_up = 2024-01-03
