-- class: SYN-1 ambiguous database object: omitting correlation names
-- fault: user_id
-- fixed: select name, u.user_id from users as u, orders o where u.user_id = o.user_id
select name, user_id
from users as u, orders o
where u.user_id = o.user_id
