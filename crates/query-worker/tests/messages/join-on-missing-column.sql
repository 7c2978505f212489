-- class: SYN-2 undefined database object: misspellings
-- fault: o.userid
-- fixed: select u.name from users u join orders o on o.user_id = u.user_id
select u.name from users u join orders o on o.userid = u.user_id
