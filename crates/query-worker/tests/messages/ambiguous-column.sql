select user_id
from users join orders on users.user_id = orders.user_id
