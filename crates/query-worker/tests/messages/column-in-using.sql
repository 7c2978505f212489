-- class: SYN-2 undefined database object: undefined column
-- fault: id
-- fixed: select name from users join orders using (user_id)
select name from users join orders using (id)
