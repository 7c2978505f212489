-- class: SYN-6 common syntax error: curly, square or unmatched brackets
-- fault: select
-- fixed: select * from (select name from users) t
select * from select name from users
