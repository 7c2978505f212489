-- class: SYN-6 common syntax error: curly, square or unmatched brackets
-- fault: '
-- fixed: select name from users where name = 'O''Neil'
select name from users where name = 'O'Neil'
