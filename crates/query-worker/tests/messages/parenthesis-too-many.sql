-- class: SYN-6 common syntax error: curly, square or unmatched brackets
-- fault: )
-- fixed: select count(*) from users
select count(*)) from users
