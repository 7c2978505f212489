-- class: SYN-2 undefined database object: misspellings
-- fault: userId
-- fixed: select user_id from users
select userId from users
