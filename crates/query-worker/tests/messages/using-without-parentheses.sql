-- class: SYN-6 common syntax error: confusing the syntax of keywords
-- fault: user_id
-- fixed: select name from users join orders using (user_id)
select name from users join orders using user_id
