-- class: SYN-2 undefined database object: misspellings
-- fault: Users
-- fixed: select name from users
select name from "Users"
