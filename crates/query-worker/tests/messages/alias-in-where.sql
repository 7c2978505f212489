select amount * 2 as doubled
from orders
where doubled > 10
