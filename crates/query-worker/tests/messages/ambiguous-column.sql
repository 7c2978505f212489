-- class: SYN-1 ambiguous database object: ambiguous column
-- fault: user_id
-- fixed: select users.user_id from users join orders on users.user_id = orders.user_id
select user_id
from users join orders on users.user_id = orders.user_id
