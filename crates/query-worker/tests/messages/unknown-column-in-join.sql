select u.nme, o.amount
from users as u
join orders as o on u.user_id = o.user_id
