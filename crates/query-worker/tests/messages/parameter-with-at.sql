-- class: SYN-2 undefined database object: undefined parameter
-- fault: @id
-- fixed: select name from users where user_id = 1
select name from users where user_id = @id
