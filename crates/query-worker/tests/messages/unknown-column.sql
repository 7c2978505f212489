-- class: SYN-2 undefined database object: misspellings
-- fault: usr_id
-- fixed: select user_id from orders
select usr_id
from orders
