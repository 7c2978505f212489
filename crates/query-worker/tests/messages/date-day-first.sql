-- class: SYN-6 common syntax error: date time field overflow
-- fault: '31.01.2024'
-- fixed: select name from users where signed_up = '2024-01-31'
select name from users where signed_up = '31.01.2024'
