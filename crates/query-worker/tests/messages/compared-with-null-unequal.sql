-- class: SYN-6 common syntax error: comparison with NULL
-- fault: signed_up <> null
-- fixed: select name from users where signed_up is not null
select name from users where signed_up <> null
