-- class: SYN-1 ambiguous database object: omitting correlation names
-- fault: users
-- fixed: select a.name from users as a join users as b on a.user_id = b.user_id
select users.name from users join users on users.user_id = users.user_id
