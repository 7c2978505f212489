-- class: SYN-6 common syntax error: curly, square or unmatched brackets
-- fault: 'Ada
-- fixed: select name from users where name = 'Ada'
select name from users where name = 'Ada
