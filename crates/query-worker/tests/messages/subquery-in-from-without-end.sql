-- class: SYN-6 common syntax error: curly, square or unmatched brackets
-- fault: (
-- fixed: select * from (select name from users) as t
select * from (select name from users as t
