-- class: SYN-2 undefined database object: misspellings
-- fault: u.nme
-- fixed: select u.name, o.amount from users as u join orders as o on u.user_id = o.user_id
select u.nme, o.amount
from users as u
join orders as o on u.user_id = o.user_id
