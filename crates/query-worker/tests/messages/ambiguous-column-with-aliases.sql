select name, user_id
from users as u, orders o
where u.user_id = o.user_id
