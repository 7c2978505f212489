select usr_id
from orders
