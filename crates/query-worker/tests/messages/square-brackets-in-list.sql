-- class: SYN-6 common syntax error: curly, square or unmatched brackets
-- fault: [
-- fixed: select name from users where user_id in (1, 2)
select name from users where user_id in [1, 2]
