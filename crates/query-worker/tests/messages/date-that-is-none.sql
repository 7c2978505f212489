-- class: SYN-6 common syntax error: date time field overflow
-- fault: '2024-13-45'
-- fixed: select name from users where signed_up = '2024-12-31'
select name from users where signed_up = '2024-13-45'
